package offlist.alert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import offlist.alert.JsonReading;
import offlist.alert.MarkdownReading;

/** Block Kit: mrkdwn in texts of that type, entities everywhere, and the limits of Slack's reference. */
final class SlackReading extends JsonReading {
    private static final Pattern ENTITY = Pattern.compile("<([^>]*)>");
    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\\n]+`", Pattern.DOTALL);
    private static final Pattern QUOTE = Pattern.compile("(?m)^\\s*(&gt;)+");
    private static final List<Pattern> PAIRS = Stream.of("\\*", "_", "~")
            .map(mark -> Pattern.compile(
                    "(?<![\\p{L}\\p{N}%1$s])%1$s(?=\\S)([^%1$s\\n]+?)%1$s(?![\\p{L}\\p{N}%1$s])".formatted(mark)))
            .toList();

    SlackReading() {
        super(100 * 1024);
    }

    @Override
    public List<String> live(String body) {
        List<String> live = new ArrayList<>(super.live(body));
        // The text of a message that says it is none of it, and of plain blocks: Slack still reads what stands in
        // brackets.
        shown(body).forEach(leaf -> entities(leaf.text(), live));
        tree(body)
                .findParents("verbatim")
                .forEach(text -> formats(text.path("text").asText(), live));
        return live;
    }

    @Override
    public List<String> texts(String body) {
        return shown(body).map(Leaf::text).toList();
    }

    /** What a button gives back is shown to nobody. */
    private static Stream<Leaf> shown(String body) {
        return leaves(body).stream().filter(leaf -> !leaf.path().endsWith(".value"));
    }

    private static String entities(String text, List<String> live) {
        String rest = MarkdownReading.replaced(ENTITY, text, live, SlackReading::entity, "e");
        rest.chars().filter(each -> each == '<' || each == '>').forEach(each -> live.add("half of an entity"));
        rest.replaceAll("&(amp|lt|gt);", "")
                .chars()
                .filter(each -> each == '&')
                .forEach(each -> live.add("half of a reference"));
        return rest;
    }

    private static String entity(Matcher found) {
        String inside = found.group(1);
        return inside.startsWith("!date^")
                ? "date"
                : inside.matches("[!@#].*") ? "mention " + inside : "to " + inside.replaceFirst("\\|.*", "");
    }

    private static void formats(String text, List<String> live) {
        String rest = ENTITY.matcher(text).replaceAll("e");
        rest = MarkdownReading.replaced(CODE, rest, live, found -> "code", "c");
        rest = MarkdownReading.replaced(QUOTE, rest, live, found -> "quote", "");
        for (Pattern pair : PAIRS) {
            rest = MarkdownReading.replaced(pair, rest, live, found -> "pair " + pair, "$1");
        }
        rest.chars().filter(each -> each == '`').forEach(each -> live.add("half of a code"));
    }

    @Override
    protected void accept(JsonNode body) {
        List<JsonNode> blocks = new ArrayList<>();
        body.path("blocks").forEach(blocks::add);
        body.path("attachments").forEach(each -> each.path("blocks").forEach(blocks::add));
        assertThat(blocks).hasSizeBetween(1, 50).allSatisfy(SlackReading::block);
        assertThat(body.path("text").asText()).hasSizeBetween(1, 4000);
        body.findParents("emoji")
                .forEach(text -> assertThat(text.path("text").asText()).hasSizeBetween(1, 3000));
    }

    private static void block(JsonNode block) {
        switch (block.path("type").asText()) {
            case "header" -> text(block.path("text"), 150);
            case "section" -> section(block);
            case "context" -> {
                assertThat(block.path("elements").size()).isBetween(1, 10);
                block.path("elements").forEach(each -> text(each, 3000));
            }
            case "actions" -> {
                assertThat(block.path("elements").size()).isBetween(1, 25);
                block.path("elements").forEach(SlackReading::button);
            }
            default -> throw new AssertionError("no block of ours: " + block);
        }
    }

    private static void section(JsonNode block) {
        assertThat(block.has("text") || block.has("fields")).isTrue();
        if (block.has("text")) {
            text(block.path("text"), 3000);
        }
        assertThat(block.path("fields").size()).isLessThanOrEqualTo(10);
        block.path("fields").forEach(each -> text(each, 2000));
    }

    private static void button(JsonNode button) {
        text(button.path("text"), 75);
        assertThat(button.path("value").asText()).hasSizeBetween(1, 2000);
    }

    private static void text(JsonNode text, int most) {
        assertThat(text.path("text").asText()).hasSizeBetween(1, most);
    }
}
