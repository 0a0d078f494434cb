package offlist.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import offlist.store.OutboxEntry;

/**
 * An event as CloudEvents 1.0 says.
 *
 * @param id together with the source the same for every repeat
 * @param subject {@code address/list} where there is one
 * @param data JSON
 */
public record CloudEvent(String id, String type, String subject, Instant time, String data) {
    /** Relative, as nobody outside has to resolve it: CloudEvents 1.0, section "source". */
    public static final String SOURCE = "/offlist";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static CloudEvent of(OutboxEntry entry) {
        return new CloudEvent(entry.id(), entry.type(), entry.subject(), entry.at(), entry.body());
    }

    boolean aboutTask() {
        return type.startsWith("offlist.removal.");
    }

    /** Structured mode: the whole event as one JSON document, {@code application/cloudevents+json}. */
    public String json() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", SOURCE)
                .put("type", type)
                .put("subject", subject)
                .put("time", time.toString())
                .put("datacontenttype", "application/json");
        node.set("data", tree(data));
        return node.toString();
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the outbox holds a body that is no JSON", e);
        }
    }
}
