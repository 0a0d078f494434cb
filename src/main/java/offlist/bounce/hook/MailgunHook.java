package offlist.bounce.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import offlist.bounce.hook.HookResult.Broken;
import offlist.bounce.hook.HookResult.Once;
import offlist.bounce.hook.HookResult.Refused;
import offlist.bounce.hook.Telling.Message;
import offlist.yaml.Secret;

/**
 * Mailgun: HMAC-SHA256 over a time and a token, in the body. Nothing else is signed, so who has seen one request could write others
 * with its token: each token is taken once.
 *
 * <p>Payload: https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/webhook-payloads. Signature:
 * https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks
 */
record MailgunHook(Secret key) implements HookReader {
    private static final int LONGEST = 200;
    /** Mailgun's own: the address does not exist in DNS, nobody answered. */
    private static final int FIRST_OWN = 498;

    private static final int LAST_OWN = 499;

    @Override
    public HookResult read(Function<String, Optional<String>> headers, byte[] body, Instant now) {
        Optional<JsonNode> root = Json.parse(body).filter(JsonNode::isObject);
        if (root.isEmpty()) {
            return new Broken("the body is an object in JSON with `signature` and `event-data`");
        }
        JsonNode seal = root.get().path("signature");
        String time = seal.path("timestamp").asText();
        String token = seal.path("token").asText();
        if (token.isEmpty()
                || token.length() > LONGEST
                || !Seal.hmac(key, time + token, seal.path("signature").asText())) {
            return new Refused("the signature does not fit `signing-key`");
        }
        Optional<Instant> at = Window.seconds(time).filter(then -> Window.SENT.holds(then, now));
        if (at.isEmpty()) {
            return new Refused("it was signed more than five minutes ago, or the clocks differ");
        }
        JsonNode event = root.get().path("event-data");
        if (!event.isObject()) {
            return new Broken("`event-data` is missing; older forms of Mailgun's web hooks are not read");
        }
        Telling telling = new Telling(now);
        event(event, telling);
        String once = Seal.name(token.getBytes(StandardCharsets.UTF_8));
        return telling.told().once(new Once(once, Window.SENT.end(at.get()), false));
    }

    private static void event(JsonNode event, Telling telling) {
        JsonNode to = event.path("recipient");
        switch (event.path("event").asText()) {
            case "failed" -> failed(event, telling);
            case "delivered" -> telling.delivered(message(event), to);
            case "complained" ->
                telling.complained(
                        "abuse",
                        message(event).source(),
                        Telling.domain(Telling.recipient(event.path("envelope").path("sender"))),
                        Telling.recipient(to),
                        1,
                        message(event).reference());
            default -> {}
        }
    }

    /** Codes outside SMTP's are Mailgun's own, such as 605 for an address that it does not send to any more. */
    private static void failed(JsonNode event, Telling telling) {
        JsonNode status = event.path("delivery-status");
        int code = status.path("code").asInt();
        boolean spoken = code >= 400 && code < 600 && (code < FIRST_OWN || code > LAST_OWN);
        boolean suppressed = event.path("reason").asText().startsWith("suppress-");
        if (spoken && !suppressed) {
            Optional<String> words = Json.text(status.path("message")).or(() -> Json.text(status.path("description")));
            telling.refused(
                    message(event),
                    event.path("recipient"),
                    Optional.of(words.filter(text -> text.matches("(?s)[45]\\d\\d[ -].*"))
                            .orElseGet(() -> (code + " " + words.orElse("")).strip())),
                    Json.word(status.path("enhanced-code"), 20));
        }
    }

    private static Message message(JsonNode event) {
        JsonNode envelope = event.path("envelope");
        return new Message(
                Telling.host(event.path("delivery-status").path("mx-host")),
                Optional.empty(),
                Json.address(envelope.path("sending-ip")),
                Json.seconds(event.path("timestamp")),
                Telling.recipient(envelope.path("sender")),
                Telling.reference(event.path("message").path("headers").path("message-id")));
    }
}
