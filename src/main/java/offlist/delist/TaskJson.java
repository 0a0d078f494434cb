package offlist.delist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offlist.track.EventJson;

/** Tasks as JSON, for events, and plans as they are kept. */
public final class TaskJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TaskJson() {}

    /** The data of the events {@code offlist.removal.…}. */
    public static ObjectNode encode(RemovalTask task) {
        ObjectNode node = plan(task.plan())
                .put("id", task.id())
                .put("listing", task.listing())
                .put("address", task.target().text())
                .put("list", task.list().value())
                .put("severity", task.severity().label())
                .put("reason", task.reason())
                .put("state", task.state().label())
                .put("openedAt", task.openedAt().toString())
                .put("updatedAt", task.updatedAt().toString());
        node.put("covers", task.covers().orElse(null)).setAll(DossierJson.encode(task));
        ArrayNode pools = node.putArray("pools");
        task.pools().forEach(pool -> pools.add(pool.value()));
        if (task.state() instanceof TaskState.Closed closed) {
            node.put("closedAt", closed.at().toString())
                    .put("closedAs", closed.as().label())
                    .put("proof", closed.proof());
        }
        return node;
    }

    static ObjectNode plan(RemovalPlan plan) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("actor", plan.actor().label())
                .put("typicalTime", plan.typicalTime())
                .put("cooldown", plan.cooldown())
                .put("expires", plan.expires().map(Instant::toString).orElse(null))
                .put("pause", plan.terms().pause().map(Duration::toString).orElse(null))
                .put("usual", plan.terms().usual().map(Duration::toString).orElse(null));
        ArrayNode steps = node.putArray("steps");
        plan.steps()
                .forEach(step -> steps.addObject()
                        .put("kind", step.kind().label())
                        .put("text", step.text())
                        .put("link", step.link().map(URI::toString).orElse(null)));
        ArrayNode warnings = node.putArray("warnings");
        plan.warnings().forEach(warnings::add);
        return node;
    }

    static RemovalPlan plan(String json) {
        JsonNode node = tree(json);
        List<TaskStep> steps = new ArrayList<>();
        node.path("steps").forEach(step -> steps.add(step(step)));
        List<String> warnings = new ArrayList<>();
        node.path("warnings").forEach(warning -> warnings.add(warning.asText()));
        return new RemovalPlan(
                steps,
                warnings,
                EventJson.word(Actor.values(), Actor::label, node.path("actor").asText()),
                node.path("typicalTime").asText(),
                node.path("cooldown").asText(),
                optional(node, "expires").map(Instant::parse),
                new RemovalPlan.Terms(
                        optional(node, "pause").map(Duration::parse),
                        optional(node, "usual").map(Duration::parse)));
    }

    private static TaskStep step(JsonNode node) {
        return new TaskStep(
                EventJson.word(
                        TaskStep.Kind.values(),
                        TaskStep.Kind::label,
                        node.path("kind").asText()),
                node.path("text").asText(),
                optional(node, "link").map(URI::create));
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return node.path(field).isTextual() ? Optional.of(node.path(field).asText()) : Optional.empty();
    }

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store holds a plan that is no JSON", e);
        }
    }
}
