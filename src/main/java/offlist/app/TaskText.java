package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A removal task as the terminal shows it; what is from outside is not escaped yet. */
final class TaskText {
    private final JsonNode task;
    private final JsonNode history;
    private final Instant now;
    private final List<String> lines = new ArrayList<>();

    /** @param history the newest first */
    TaskText(JsonNode task, JsonNode history, Instant now) {
        this.task = task;
        this.history = history;
        this.now = now;
    }

    static String name(JsonNode task) {
        return task.path("address").asText() + " on " + task.path("list").asText();
    }

    /** The state, and each thing to know with it. */
    static List<String> state(JsonNode task, Instant now) {
        List<String> all = new ArrayList<>();
        String closedAs = task.path("closedAs").asText("");
        all.add(task.path("state").asText() + (closedAs.isEmpty() ? "" : " as " + closedAs.replace('_', ' ')));
        if (task.path("dueAt").isTextual()) {
            all.add("due " + Muted.moment(task.path("dueAt"), now));
        }
        task.path("blockers").forEach(each -> all.add(each.path("text").asText() + until(each, now)));
        return all;
    }

    private static String until(JsonNode blocker, Instant now) {
        JsonNode until = blocker.path("until");
        return until.isTextual() ? ", not before " + Muted.moment(until, now) : "";
    }

    List<String> lines() {
        lines.add(name(task) + " (" + task.path("id").asText() + ")");
        head();
        section("steps", "Steps", this::step);
        section("warnings", "Warnings", JsonNode::asText);
        findings();
        section("requests", "Requests", this::request);
        if (!history.isEmpty()) {
            lines.add("");
            lines.add("History");
            history.forEach(each -> lines.add("  " + change(each)));
        }
        return List.copyOf(lines);
    }

    private void head() {
        state(task, now).forEach(each -> lines.add("  " + each));
        fact("means", task.path("covers").asText(""));
        fact("pools", Muted.texts(task.path("pools")));
        fact("severity", task.path("severity").asText());
        fact("reason", task.path("reason").asText());
        fact("since", Muted.moment(task.path("openedAt"), now) + times());
        moment("closed", "closedAt");
        moment(past("expires") ? "was to go by itself" : "goes by itself", "expires");
        moment("ask again", "askAgainAt");
        fact("usual time", task.path("typicalTime").asText());
        fact("cause", task.path("cause").asText());
        fact("fix", task.path("fix").asText());
    }

    private String times() {
        int times = task.path("times").asInt(1);
        return times > 1 ? ", for the " + ordinal(times) + " time" : "";
    }

    private static String ordinal(int n) {
        return switch (n) {
            case 2 -> "second";
            case 3 -> "third";
            default -> n + ".";
        };
    }

    private boolean past(String key) {
        return Muted.past(task.path(key), now);
    }

    private void moment(String what, String key) {
        if (task.path(key).isTextual()) {
            fact(what, Muted.moment(task.path(key), now));
        }
    }

    private void fact(String what, String text) {
        if (!text.isBlank()) {
            lines.add("  " + what + ": " + text);
        }
    }

    private void section(String key, String title, Function<JsonNode, String> line) {
        if (!task.path(key).isEmpty()) {
            lines.add("");
            lines.add(title);
            task.path(key).forEach(each -> lines.add("  " + line.apply(each)));
        }
    }

    private String step(JsonNode step) {
        return step.path("text").asText()
                + (step.path("link").isTextual() ? "  " + step.path("link").asText() : "");
    }

    private void findings() {
        if (task.path("findings").isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Looked at " + Muted.moment(task.path("lookedAt"), now));
        for (JsonNode finding : task.path("findings")) {
            boolean waived = finding.path("waived").asBoolean();
            String result = finding.path("result").asText() + (waived ? ", waived" : "");
            lines.add("  " + result + "  " + finding.path("check").asText() + " "
                    + finding.path("about").asText() + ": "
                    + finding.path("evidence").asText());
            String remedy = finding.path("remedy").asText();
            if (!remedy.isBlank() && !waived && !finding.path("result").asText().equals("good")) {
                lines.add("       " + remedy);
            }
        }
    }

    private String request(JsonNode request) {
        return Muted.moment(request.path("at"), now) + " by "
                + request.path("by").asText() + ", "
                + request.path("how").asText() + tail(", reference ", request.path("reference"))
                + tail(": ", request.path("note"));
    }

    private static String change(JsonNode change) {
        return change.path("at").asText() + "  " + change.path("actor").asText() + "  "
                + change.path("action").asText() + " -> " + change.path("state").asText()
                + tail(": ", change.path("detail"));
    }

    private static String tail(String before, JsonNode text) {
        return text.asText().isBlank() ? "" : before + text.asText();
    }
}
