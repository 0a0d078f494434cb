package offlist.track;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offlist.dns.ResolverId;

/** Evidence as it stands in events and in the store. */
public final class EvidenceJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EvidenceJson() {}

    public static ObjectNode encode(Evidence evidence) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode looks = node.putArray("looks");
        evidence.looks()
                .forEach(look -> looks.addObject()
                        .put("resolver", look.resolver().value())
                        .put("at", look.at().toString()));
        evidence.testedAt().ifPresent(at -> node.put("testedAt", at.toString()));
        evidence.wave().ifPresent(wave -> node.put("wave", wave));
        return node;
    }

    /** What an earlier version wrote has no evidence. */
    static Evidence decode(JsonNode node) {
        List<Evidence.Look> looks = new ArrayList<>();
        node.path("looks")
                .forEach(look -> looks.add(new Evidence.Look(
                        new ResolverId(look.path("resolver").asText()),
                        Instant.parse(look.path("at").asText()))));
        return new Evidence(looks, text(node, "testedAt").map(Instant::parse), text(node, "wave"));
    }

    public static Evidence decode(String json) {
        try {
            return decode(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store holds evidence that is no JSON", e);
        }
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
    }
}
