package offlist.delist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import offlist.catalogue.RemovalMethod;
import offlist.ready.Check;
import offlist.ready.Finding;
import offlist.ready.Result;
import offlist.track.EventJson;
import offlist.track.ListedCode;

/** What is known of a task and where it stands, as JSON: in events, and as it is kept. */
final class DossierJson {
    private DossierJson() {}

    static ObjectNode encode(RemovalTask task) {
        Dossier dossier = task.dossier();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("text", dossier.text())
                .put("cause", dossier.cause())
                .put("fix", dossier.fix())
                .put("times", dossier.times());
        dossier.lookedAt().ifPresent(at -> node.put("lookedAt", at.toString()));
        task.state().due().ifPresent(at -> node.put("dueAt", at.toString()));
        task.askAgainAt().ifPresent(at -> node.put("askAgainAt", at.toString()));
        each(node, "codes", dossier.codes(), DossierJson::code);
        each(node, "blockers", blockers(task.state()), DossierJson::blocker);
        each(node, "findings", dossier.findings(), finding -> finding(finding, dossier.waived(finding)));
        each(node, "waivers", dossier.waivers(), DossierJson::waiver);
        each(node, "requests", dossier.requests(), DossierJson::request);
        return node;
    }

    private static <T> void each(ObjectNode node, String key, List<T> all, Function<T, ObjectNode> encode) {
        ArrayNode array = node.putArray(key);
        all.forEach(each -> array.add(encode.apply(each)));
    }

    private static List<Blocker> blockers(TaskState state) {
        return state instanceof TaskState.Blocked blocked ? blocked.by() : List.of();
    }

    private static ObjectNode code(ListedCode code) {
        return object().put("answer", code.answer())
                .put("reason", code.reason())
                .put("meaning", code.meaning())
                .put("sublist", code.sublist().orElse(null));
    }

    private static ObjectNode blocker(Blocker blocker) {
        return object().put("text", blocker.text())
                .put("until", blocker.until().map(Instant::toString).orElse(null));
    }

    private static ObjectNode finding(Finding finding, boolean waived) {
        return object().put("check", finding.check().label())
                .put("about", finding.about())
                .put("result", finding.result().label())
                .put("evidence", finding.evidence())
                .put("remedy", finding.remedy())
                .put("waived", waived);
    }

    private static ObjectNode waiver(Waiver waiver) {
        return object().put("check", waiver.check().label())
                .put("about", waiver.about())
                .put("by", waiver.by())
                .put("at", waiver.at().toString())
                .put("why", waiver.why());
    }

    private static ObjectNode request(Request request) {
        return object().put("at", request.at().toString())
                .put("by", request.by())
                .put("how", request.how().label())
                .put("reference", request.reference())
                .put("note", request.note());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Dossier dossier(JsonNode node) {
        return new Dossier(
                node.path("text").asText(),
                all(node, "codes", DossierJson::code),
                node.path("cause").asText(),
                node.path("fix").asText(),
                time(node, "lookedAt"),
                all(node, "findings", DossierJson::finding),
                all(node, "waivers", DossierJson::waiver),
                all(node, "requests", DossierJson::request),
                node.path("times").asInt(1));
    }

    /** Where a task stands that is not closed. */
    static TaskState state(String label, JsonNode node) {
        Optional<Instant> due = time(node, "dueAt");
        return switch (label) {
            case "preparing" -> new TaskState.Preparing();
            case "blocked" -> new TaskState.Blocked(all(node, "blockers", DossierJson::blocker));
            case "ready" -> new TaskState.Ready();
            case "requested" -> new TaskState.Requested(due);
            case "waiting" -> new TaskState.Waiting(due);
            case "overdue" -> new TaskState.Overdue(due);
            default -> new TaskState.Open();
        };
    }

    private static <T> List<T> all(JsonNode node, String key, Function<JsonNode, T> decode) {
        return StreamSupport.stream(node.path(key).spliterator(), false)
                .map(decode)
                .toList();
    }

    private static Optional<Instant> time(JsonNode node, String key) {
        return text(node, key).map(Instant::parse);
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.path(key).isTextual() ? Optional.of(node.path(key).asText()) : Optional.empty();
    }

    private static ListedCode code(JsonNode node) {
        return new ListedCode(
                node.path("answer").asText(),
                node.path("reason").asText(),
                node.path("meaning").asText(),
                text(node, "sublist"));
    }

    private static Blocker blocker(JsonNode node) {
        return new Blocker(node.path("text").asText(), time(node, "until"));
    }

    private static Finding finding(JsonNode node) {
        return new Finding(
                check(node),
                node.path("about").asText(),
                EventJson.word(
                        Result.values(), Result::label, node.path("result").asText()),
                node.path("evidence").asText(),
                node.path("remedy").asText());
    }

    private static Check check(JsonNode node) {
        return EventJson.word(Check.values(), Check::label, node.path("check").asText());
    }

    private static Waiver waiver(JsonNode node) {
        return new Waiver(
                check(node),
                node.path("about").asText(),
                node.path("by").asText(),
                Instant.parse(node.path("at").asText()),
                node.path("why").asText());
    }

    private static Request request(JsonNode node) {
        return new Request(
                Instant.parse(node.path("at").asText()),
                node.path("by").asText(),
                EventJson.word(
                        RemovalMethod.values(),
                        RemovalMethod::label,
                        node.path("how").asText()),
                node.path("reference").asText(),
                node.path("note").asText());
    }
}
