package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.bounce.AddressEvidence;
import offlist.reply.NextStep;
import offlist.reply.RefusalClass;

/** What refusals mean, for somebody who is no expert of mail. */
final class BounceText {
    private static final Map<String, String> CLASSES =
            words(RefusalClass.values(), RefusalClass::label, RefusalClass::words);
    private static final Map<String, String> STEPS = words(NextStep.values(), NextStep::label, NextStep::words);
    private static final Map<String, String> EVIDENCE =
            words(AddressEvidence.values(), AddressEvidence::label, AddressEvidence::words);

    private BounceText() {}

    private static <T> Map<String, String> words(T[] all, Function<T, String> label, Function<T, String> words) {
        return Stream.of(all).collect(Collectors.toMap(label, words));
    }

    static String of(JsonNode refusals) {
        if (refusals.isEmpty()) {
            return "Nobody refused anything here.\n";
        }
        List<String> lines = new ArrayList<>();
        refusals.forEach(refusal -> of(refusal, lines));
        return String.join("\n", lines) + "\n";
    }

    private static void of(JsonNode refusal, List<String> lines) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(text(refusal, "recipient", "somebody") + " was not reached; the server that refused: "
                + text(refusal, "remoteMta", "unknown"));
        row(
                lines,
                "It said",
                Plain.text(
                        refusal.path("reply").asText().replaceAll("\\s+", " ").strip()));
        row(lines, "Why", CLASSES.getOrDefault(refusal.path("class").asText(), "something else"));
        row(lines, "Lists", words(refusal.path("lists")));
        row(lines, "Whose", text(refusal, "operator", ""));
        row(lines, "Your address", address(refusal));
        row(lines, "How long", refusal.path("temporary").asBoolean() ? "it passes by itself" : "until somebody acts");
        row(lines, "Pages", words(refusal.path("links")));
        row(lines, "Write to", words(refusal.path("contacts")));
        int number = 1;
        for (JsonNode step : refusal.path("next")) {
            row(
                    lines,
                    number == 1 ? "What to do" : "",
                    number + ". " + STEPS.getOrDefault(step.asText(), step.asText()));
            number++;
        }
    }

    private static String address(JsonNode refusal) {
        if (!refusal.path("relevant").asBoolean()) {
            return "does not matter here";
        }
        if (!refusal.path("address").isTextual()) {
            String candidates = words(refusal.path("candidates"));
            return candidates.isEmpty() ? "unknown: nothing tells it" : "unknown, one of " + candidates;
        }
        String evidence = EVIDENCE.getOrDefault(refusal.path("addressEvidence").asText(), "");
        String whose = refusal.path("ours").asBoolean() ? "" : "; it is in no pool of yours";
        return refusal.path("address").asText() + " (" + evidence + whose + ")";
    }

    private static void row(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(String.format("  %-13s %s", name, value));
        }
    }

    private static String text(JsonNode node, String field, String otherwise) {
        return node.path(field).isTextual() ? Plain.text(node.path(field).asText()) : otherwise;
    }

    private static String words(JsonNode values) {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(Plain.text(value.asText())));
        return String.join(", ", words);
    }
}
