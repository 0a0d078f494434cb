package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import offlist.catalogue.ListType;
import offlist.pool.Target;
import offlist.probe.Explanation;
import offlist.probe.Health;
import offlist.track.Outlook;

/**
 * What {@code offlist explain} found.
 *
 * @param file where the list is described
 * @param said what a daemon remembers
 */
record ExplainReport(
        Target target,
        WatchedList list,
        String file,
        DaemonMemory.Said said,
        List<Explanation> explanations,
        Instant now) {

    /** As `check`: a list that is not to be believed does not count, one good path is enough. */
    int exit() {
        boolean harmful = list.asked().list().type() == ListType.BLOCK;
        if (harmful && any("listed")) {
            return 1;
        }
        return any("listed") || any("not_listed") ? 0 : 2;
    }

    private boolean any(String verdict) {
        return explanations.stream()
                .anyMatch(each -> each.verdict().definite()
                        && believable(each)
                        && each.verdict().label().equals(verdict));
    }

    private static boolean believable(Explanation each) {
        return each.health().believable() || each.health().state() == Health.State.UNVERIFIED;
    }

    private Outlook outlook(Explanation each) {
        return Outlook.of(said.held(), each.verdict(), each.health(), now);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        Table before = new Table("BEFORE", "");
        before.row("list", list.id() + ", described in " + file);
        said.words().forEach(words -> before.row("known", words));
        text.append(before.text());
        for (Explanation each : explanations) {
            Table table = new Table("STEP", "WHAT IT SAYS");
            each.steps().forEach(step -> table.row(step.what(), step.says()));
            if (said.before().isPresent()) {
                table.row("after", outlook(each).words());
            }
            text.append('\n').append(table.text());
        }
        if (!said.recent().isEmpty()) {
            Table recent = new Table("LATELY", "RESOLVER", "ANSWER", "VERDICT");
            said.recent()
                    .forEach(seen -> recent.row(
                            seen.path("askedAt").asText(),
                            seen.path("resolver").asText(),
                            seen.path("answer").asText(),
                            seen.path("outcome").asText().replace('_', ' ')));
            text.append('\n').append(recent.text());
        }
        return text.toString();
    }

    ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("address", target.text())
                .put("list", list.id().value())
                .put("file", file)
                .set("before", said.before().orElse(JsonNodeFactory.instance.nullNode()));
        ArrayNode known = root.putArray("known");
        said.words().forEach(known::add);
        ArrayNode answers = root.putArray("answers");
        explanations.forEach(each -> answer(answers.addObject(), each));
        JsonNode recent = said.recent();
        root.set("recent", recent);
        return root;
    }

    private void answer(ObjectNode node, Explanation each) {
        node.put("resolver", each.resolver().value())
                .put("verdict", each.verdict().definite() ? each.verdict().label() : null)
                .put("outcome", each.verdict().label())
                .put("health", each.health().state().label())
                .put("healthCause", each.health().cause());
        ArrayNode steps = node.putArray("steps");
        each.steps().forEach(step -> steps.addObject().put("what", step.what()).put("says", step.says()));
        if (said.before().isEmpty()) {
            node.putNull("after");
            return;
        }
        Outlook outlook = outlook(each);
        node.putObject("after").put("what", outlook.what().label()).put("words", outlook.words());
    }
}
