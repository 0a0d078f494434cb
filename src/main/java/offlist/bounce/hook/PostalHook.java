package offlist.bounce.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.hook.HookResult.Broken;
import offlist.bounce.hook.HookResult.Once;
import offlist.bounce.hook.HookResult.Refused;
import offlist.bounce.hook.Telling.Message;
import offlist.pool.IpAddress;

/**
 * Postal: RSA over the body, with SHA-256 since version 3, with SHA-1 before. Where our address is told at all, it stands at the end
 * of {@code details}.
 *
 * <p>Payload: https://docs.postalserver.io/developer/webhooks and lib/postal/message_db/delivery.rb in
 * https://github.com/postalserver/postal. Signature: lib/postal/http.rb there. A request that was not taken comes again for 36
 * minutes with the time of the first (app/services/webhook_delivery_service.rb).
 */
record PostalHook(PublicKey key) implements HookReader {
    /** {@code (from 192.0.2.10)}; nobody else's words stand at the end. */
    private static final Pattern FROM = Pattern.compile("\\(from ([0-9A-Fa-f:.]{2,45})\\)$");

    /** {@code accepted by 203.0.113.9:25 (mx.example.org)} since version 3. */
    private static final Pattern BY_ADDRESS = Pattern.compile(
            "(?:accepted by|when sending to) ([0-9A-Fa-f:.]{2,45}?):\\d{1,5} \\(([A-Za-z0-9._-]{1,255})\\)(?: \\(from [^)]*\\))?$");

    /** {@code sent by SMTP to mx.example.org (203.0.113.9)} before. */
    private static final Pattern BY_NAME = Pattern.compile(
            "(?:by SMTP|when sending) to ([A-Za-z0-9._-]{1,255}) \\(([0-9A-Fa-f:.]{2,45})\\)(?: \\(from [^)]*\\))?$");

    @Override
    public HookResult read(Function<String, Optional<String>> headers, byte[] body, Instant now) {
        if (!signed(headers, body)) {
            return new Refused("the signature does not fit `public-key`");
        }
        Optional<JsonNode> root = Json.parse(body).filter(JsonNode::isObject);
        Optional<Instant> at = root.flatMap(node -> Json.seconds(node.path("timestamp")));
        Optional<String> id = root.flatMap(node -> Json.word(node.path("uuid"), 100));
        if (root.isEmpty() || at.isEmpty() || id.isEmpty()) {
            return new Broken("the body is an object in JSON with `event`, `timestamp`, `payload` and `uuid`");
        }
        if (!Window.MADE.holds(at.get(), now)) {
            return new Refused("the event is older than an hour, or the clocks differ");
        }
        Telling telling = new Telling(now);
        event(root.get().path("event").asText(), root.get().path("payload"), telling);
        return telling.told().once(new Once(id.get(), Window.MADE.end(at.get()), true));
    }

    /** Where the better signature is there, the other one does not count. */
    private boolean signed(Function<String, Optional<String>> headers, byte[] body) {
        Optional<String> better = headers.apply("X-Postal-Signature-256");
        return better.isPresent()
                ? Seal.signed("SHA256withRSA", key, better.get(), body)
                : Seal.signed(
                        "SHA1withRSA", key, headers.apply("X-Postal-Signature").orElse(""), body);
    }

    private static void event(String event, JsonNode payload, Telling telling) {
        JsonNode message = payload.path("message");
        if (!message.path("direction").asText().equals("outgoing")) {
            return;
        }
        switch (event) {
            case "MessageDeliveryFailed", "MessageDelayed" ->
                telling.refused(told(payload), message.path("to"), Json.text(payload.path("output")), Optional.empty());
            case "MessageSent" -> telling.delivered(told(payload), message.path("to"));
            default -> {}
        }
    }

    private static Message told(JsonNode payload) {
        String details = Json.text(payload.path("details")).orElse("");
        JsonNode message = payload.path("message");
        Matcher from = FROM.matcher(details);
        Matcher byAddress = BY_ADDRESS.matcher(details);
        Matcher byName = BY_NAME.matcher(details);
        boolean address = byAddress.find();
        boolean name = byName.find();
        return new Message(
                address ? Optional.of(byAddress.group(2)) : name ? Optional.of(byName.group(1)) : Optional.empty(),
                address ? ip(byAddress.group(1)) : name ? ip(byName.group(2)) : Optional.empty(),
                from.find() ? ip(from.group(1)) : Optional.empty(),
                Json.seconds(payload.path("timestamp")),
                Telling.recipient(message.path("from")),
                Telling.reference(message.path("message_id")));
    }

    private static Optional<IpAddress> ip(String text) {
        return IpAddress.tryParse(text);
    }
}
