package offlist.alert.ntfy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import offlist.alert.Item;
import offlist.alert.Message;
import offlist.alert.Tone;
import offlist.alert.chat.Line;
import offlist.alert.chat.Outline;
import offlist.alert.chat.Outlines;
import offlist.catalogue.Severity;

/** A message as ntfy's JSON publishing takes it. */
final class NtfyPayload {
    /** ntfy makes a file of what is longer than 4,096 bytes, and reads 8,192 bytes of JSON at most. */
    private static final int ROOM = 3700;

    private NtfyPayload() {}

    static ObjectNode of(Message message, String topic) {
        Outline outline = Outlines.of(message);
        ObjectNode payload = JsonNodeFactory.instance
                .objectNode()
                .put("topic", topic)
                .put("title", outline.headline())
                .put("message", text(outline))
                .put("priority", priority(message));
        payload.putArray("tags").add(tag(outline.tone())).add(message.kind().label());
        outline.page().ifPresent(page -> payload.put("click", page.toASCIIString()));
        return payload;
    }

    private static String text(Outline outline) {
        String text = outline.fitting(ROOM, line -> bytes(line(line)) + 1).stream()
                .map(NtfyPayload::line)
                .collect(Collectors.joining("\n"));
        // ntfy shows "triggered" where nothing is said.
        return text.isEmpty() ? outline.headline() : text;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String line(Line line) {
        String link = line.link().map(page -> ": " + page.toASCIIString()).orElse("");
        return switch (line.kind()) {
            case HEADING, WORDS, NOTE -> line.text() + link;
            case STEP -> line.lead() + ". " + line.text() + link;
            case FACT -> line.lead() + ": " + line.text();
            // On a phone a link in each row is noise; the click leads to all of them.
            case ROW -> line.lead() + " " + line.text();
        };
    }

    /** Names of emoji, which ntfy shows before the title. */
    private static String tag(Tone tone) {
        return switch (tone) {
            case BAD -> "red_circle";
            case CHANGED, REMINDER -> "orange_circle";
            case GOOD -> "green_circle";
            case NEUTRAL -> "white_circle";
        };
    }

    /** 5 rings through, 3 is usual, 2 makes no sound. */
    private static int priority(Message message) {
        if (message.repeated()) {
            return 3;
        }
        return switch (Tone.of(message)) {
            case GOOD, NEUTRAL -> 2;
            case BAD, CHANGED, REMINDER ->
                message.items().stream().mapToInt(NtfyPayload::priority).max().orElse(3);
        };
    }

    private static int priority(Item item) {
        if (item.change() == Item.Change.CLOSED) {
            return 2;
        }
        return switch (item) {
            case Item.OnList onList -> priority(onList.listing().severity());
            case Item.Notice notice -> priority(notice.severity());
            case Item.ListState state -> 3;
            case Item.ResolverState state -> 3;
        };
    }

    private static int priority(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 5;
            case MAJOR -> 4;
            case MINOR -> 3;
            case INFORMATIONAL -> 2;
        };
    }
}
