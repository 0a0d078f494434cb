package offlist.alert.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import offlist.alert.NextSteps;
import offlist.alert.SafeText;

/** Block Kit's blocks, within its limits. */
final class Blocks {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Slack takes 3,000 characters in a text object, 2,000 in a field, 150 in a header. */
    private static final int TEXT = 3000;

    private static final int HEADER = 150;
    private static final int LINE = 500;
    /** For the count of what is not shown. */
    private static final int ROOM = 30;
    /** Slack refuses a message with an empty text in it. */
    private static final String NOTHING = "–";

    private Blocks() {}

    static ObjectNode header(String text) {
        ObjectNode block = JSON.objectNode().put("type", "header");
        block.set("text", plain(Mrkdwn.fitting(SafeText.line(text, HEADER), HEADER)));
        return block;
    }

    /** Text from outside: read by nobody but people. */
    static ObjectNode plainSection(String text) {
        return section(plain(Mrkdwn.fitting(text, TEXT)));
    }

    /** Text from outside, a line for each, as many as there is room for. */
    static ObjectNode plainLines(List<String> lines) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        for (String line : lines) {
            String safe = SafeText.line(line, LINE);
            if (Mrkdwn.escape(text + safe).length() > TEXT - ROOM) {
                break;
            }
            text.append(shown++ == 0 ? "" : "\n").append(safe);
        }
        if (shown < lines.size()) {
            text.append("\nand ").append(lines.size() - shown).append(" more");
        }
        return plainSection(text.toString());
    }

    static ObjectNode mrkdwnSection(String text) {
        return section(mrkdwn(text));
    }

    /** A heading and lines below it, as many as there is room for, and an honest count of the others. */
    static ObjectNode list(String heading, List<String> lines, int most) {
        StringBuilder text = new StringBuilder(Mrkdwn.bold(heading));
        int shown = 0;
        while (shown < Math.min(most, lines.size())
                && text.length() + lines.get(shown).length() < TEXT - ROOM) {
            text.append('\n').append(lines.get(shown++));
        }
        if (shown < lines.size()) {
            text.append("\nand ").append(lines.size() - shown).append(" more");
        }
        return mrkdwnSection(text.toString());
    }

    /** What to do, or that nothing is to be done. */
    static ObjectNode todo(List<NextSteps.Step> steps) {
        if (steps.size() == 1) {
            return mrkdwnSection(step(steps.getFirst()));
        }
        List<String> numbered = IntStream.range(0, steps.size())
                .mapToObj(i -> (i + 1) + ". " + step(steps.get(i)))
                .toList();
        return list("What to do now", numbered, steps.size());
    }

    private static String step(NextSteps.Step step) {
        String words = Mrkdwn.words(step.text());
        return step.link().map(page -> Mrkdwn.link(page, words)).orElse(words);
    }

    private static ObjectNode section(ObjectNode text) {
        ObjectNode block = JSON.objectNode().put("type", "section");
        block.set("text", text);
        return block;
    }

    /** Two columns. */
    static ObjectNode fields(List<String> texts) {
        ObjectNode block = JSON.objectNode().put("type", "section");
        ArrayNode fields = block.putArray("fields");
        texts.stream().limit(10).forEach(text -> fields.add(mrkdwn(text)));
        return block;
    }

    static ObjectNode context(String mrkdwn) {
        ObjectNode block = JSON.objectNode().put("type", "context");
        block.putArray("elements").add(mrkdwn(mrkdwn));
        return block;
    }

    private static ObjectNode plain(String text) {
        return JSON.objectNode()
                .put("type", "plain_text")
                .put("text", Mrkdwn.escape(text.isEmpty() ? NOTHING : text))
                .put("emoji", false);
    }

    /** Verbatim: names of channels and people in it are not looked for. */
    private static ObjectNode mrkdwn(String text) {
        if (text.length() > TEXT) {
            throw new IllegalArgumentException("too long for a block: " + text.length());
        }
        return JSON.objectNode()
                .put("type", "mrkdwn")
                .put("text", text.isEmpty() ? NOTHING : text)
                .put("verbatim", true);
    }
}
