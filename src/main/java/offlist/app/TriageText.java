package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What was found out about a refusal, for a terminal. */
final class TriageText {
    private TriageText() {}

    static String of(JsonNode found) {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (JsonNode step : found.path("steps")) {
            lines.add((number == 1 ? "What to do  " : "            ") + number + ". " + Plain.text(step.asText()));
            number++;
        }
        if (found.path("task").isTextual()) {
            lines.add("Added to    " + Plain.text(found.path("task").asText()));
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(Plain.text(found.path("ticket").path("title").asText()));
        lines.add("");
        found.path("ticket").path("text").asText().lines().forEach(line -> lines.add(Plain.text(line)));
        return String.join("\n", lines) + "\n";
    }
}
