package offlist.alert.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import offlist.alert.Message;
import offlist.alert.Times;
import offlist.alert.Tone;
import offlist.alert.chat.Line;
import offlist.alert.chat.Outline;
import offlist.alert.chat.Outlines;

/** A message as a webhook of Teams' Workflows takes it: an Adaptive Card of version 1.4. */
final class TeamsPayload {
    /** Teams takes about 28 KB in all; the frame of the card needs less than 3. */
    private static final int ROOM = 22_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TeamsPayload() {}

    static ObjectNode of(Message message) {
        Outline outline = Outlines.of(message);
        ObjectNode payload = JSON.objectNode().put("type", "message");
        ObjectNode card = payload.putArray("attachments")
                .addObject()
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .putObject("content")
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.4")
                // Shown where cards are not; Markdown may be read in it.
                .put("fallbackText", outline.title().replaceAll("([\\\\*_~|`<>\\[\\]()#])", "\\\\$1"));
        card.putObject("msteams").put("width", "Full");
        ArrayNode body = card.putArray("body").add(title(outline));
        outline.fitting(ROOM, line -> size(block(line))).forEach(line -> body.add(block(line)));
        body.add(block(
                new Line(Line.Kind.NOTE, "", "Offlist · " + Times.utc(message.at()), java.util.Optional.empty())));
        outline.page().ifPresent(page -> card.putArray("actions").add(open(page).put("title", "All of it")));
        return payload;
    }

    private static int size(ObjectNode block) {
        return block.toString().getBytes(StandardCharsets.UTF_8).length + 1;
    }

    private static ObjectNode title(Outline outline) {
        ObjectNode block = block();
        runs(block)
                .add(run(outline.title())
                        .put("size", "Large")
                        .put("weight", "Bolder")
                        .put("color", colour(outline.tone())));
        return block;
    }

    private static String colour(Tone tone) {
        return switch (tone) {
            case BAD -> "Attention";
            case CHANGED, REMINDER -> "Warning";
            case GOOD -> "Good";
            case NEUTRAL -> "Default";
        };
    }

    private static ObjectNode block(Line line) {
        ObjectNode block = block();
        ArrayNode runs = runs(block);
        switch (line.kind()) {
            case HEADING -> {
                block.put("spacing", "Medium");
                runs.add(run(line.text()).put("weight", "Bolder"));
            }
            case STEP -> runs.add(run(line.lead() + ". ")).add(linked(run(line.text()), line));
            case FACT ->
                runs.add(run(line.lead() + " ").put("weight", "Bolder")).add(run(line.text()));
            case ROW ->
                runs.add(linked(run(line.lead()).put("fontType", "Monospace"), line))
                        .add(run(" " + line.text()));
            case WORDS -> runs.add(linked(run(line.text()), line));
            case NOTE -> runs.add(run(line.text()).put("isSubtle", true).put("size", "Small"));
        }
        return block;
    }

    private static ObjectNode block() {
        return JSON.objectNode().put("type", "RichTextBlock").put("spacing", "Small");
    }

    private static ArrayNode runs(ObjectNode block) {
        return block.putArray("inlines");
    }

    /** Markdown is not read in it, unlike in a text block. */
    private static ObjectNode run(String text) {
        return JSON.objectNode().put("type", "TextRun").put("text", text);
    }

    private static ObjectNode linked(ObjectNode run, Line line) {
        line.link().ifPresent(page -> run.put("color", "Accent").set("selectAction", open(page)));
        return run;
    }

    private static ObjectNode open(URI page) {
        return JSON.objectNode().put("type", "Action.OpenUrl").put("url", page.toASCIIString());
    }
}
