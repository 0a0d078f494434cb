package offlist.bounce.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import offlist.bounce.hook.HookResult.Broken;
import offlist.bounce.hook.HookResult.Once;
import offlist.bounce.hook.HookResult.Refused;
import offlist.bounce.hook.Telling.Message;

/**
 * SendGrid's event web hook, signed: ECDSA with SHA-256 over the time and the body. What SendGrid drops by itself was refused by
 * nobody.
 *
 * <p>Payload: https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event. Signature:
 * https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features
 */
record SendGridHook(PublicKey key) implements HookReader {
    private static final String TIME = "X-Twilio-Email-Event-Webhook-Timestamp";
    private static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";

    @Override
    public HookResult read(Function<String, Optional<String>> headers, byte[] body, Instant now) {
        String time = headers.apply(TIME).orElse("");
        byte[] signed = time.getBytes(StandardCharsets.UTF_8);
        if (!Seal.signed("SHA256withECDSA", key, headers.apply(SIGNATURE).orElse(""), signed, body)) {
            return new Refused("the signature does not fit `public-key`");
        }
        Optional<Instant> at = Window.seconds(time).filter(then -> Window.SENT.holds(then, now));
        if (at.isEmpty()) {
            return new Refused("it was signed more than five minutes ago, or the clocks differ");
        }
        Optional<JsonNode> events = Json.parse(body).filter(JsonNode::isArray);
        if (events.isEmpty()) {
            return new Broken("the body is an array of events in JSON");
        }
        Telling telling = new Telling(now);
        Json.objects(events.get()).forEach(event -> event(event, telling));
        // Not by the signature: of one, anybody can make a second that fits as well.
        return telling.told().once(new Once(Seal.name(signed, body), Window.SENT.end(at.get()), false));
    }

    private static void event(JsonNode event, Telling telling) {
        JsonNode to = event.path("email");
        switch (event.path("event").asText()) {
            case "bounce" -> telling.refused(message(event), to, Json.text(event.path("reason")), status(event));
            case "deferred" ->
                telling.refused(
                        message(event),
                        to,
                        Json.text(event.path("response")).or(() -> Json.text(event.path("reason"))),
                        status(event));
            case "delivered" -> telling.delivered(message(event), to);
            case "spamreport" ->
                telling.complained(
                        "abuse",
                        Optional.empty(),
                        Optional.empty(),
                        Telling.recipient(to),
                        1,
                        message(event).reference());
            default -> {}
        }
    }

    /** Of these events {@code ip} is where SendGrid sent from; of openings and clicks it is the reader's. */
    private static Message message(JsonNode event) {
        return new Message(
                Optional.empty(),
                Optional.empty(),
                Json.address(event.path("ip")),
                Json.seconds(event.path("timestamp")),
                Optional.empty(),
                Telling.reference(event.path("smtp-id")).or(() -> own(event)));
    }

    /** SendGrid's own id of the message, without what follows for each recipient. */
    private static Optional<String> own(JsonNode event) {
        return Telling.reference(event.path("sg_message_id")).map(id -> id.split("\\.(?=filter|recvd)", 2)[0]);
    }

    private static Optional<String> status(JsonNode event) {
        return Json.word(event.path("status"), 20);
    }
}
