package offlist.bounce.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import offlist.bounce.hook.HookResult.Broken;
import offlist.bounce.hook.HookResult.Refused;
import offlist.bounce.hook.Telling.Message;
import offlist.yaml.Secret;

/**
 * Haraka has no web hooks of its own: a plugin posts what its outbound hooks are told, in the form that docs/bounces.md describes.
 *
 * <p>The hooks: https://haraka.github.io/core/Outbound/
 */
record HarakaHook(Secret token) implements HookReader {

    @Override
    public HookResult read(Function<String, Optional<String>> headers, byte[] body, Instant now) {
        if (!Seal.bearer(headers.apply("Authorization"), token)) {
            return new Refused("the header Authorization does not show `token`");
        }
        Optional<JsonNode> root = Json.parse(body).filter(node -> node.isObject() || node.isArray());
        if (root.isEmpty()) {
            return new Broken("the body is an event in JSON, or an array of events");
        }
        Telling telling = new Telling(now);
        Json.objects(root.get()).forEach(event -> event(event, telling));
        return telling.told();
    }

    private static void event(JsonNode event, Telling telling) {
        Message message = new Message(
                Telling.host(event.path("host")),
                Json.address(event.path("address")),
                Json.address(event.path("source")),
                Json.time(event.path("time")),
                Telling.recipient(event.path("sender")),
                Telling.reference(event.path("id")));
        for (JsonNode recipient : Json.objects(event.path("recipients"))) {
            JsonNode to = recipient.path("recipient");
            switch (event.path("event").asText()) {
                case "bounced", "deferred" ->
                    telling.refused(
                            message, to, Json.text(recipient.path("reply")), Json.word(recipient.path("status"), 20));
                case "delivered" -> telling.delivered(message, to);
                default -> {}
            }
        }
    }
}
