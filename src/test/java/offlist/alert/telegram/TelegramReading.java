package offlist.alert.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.alert.JsonReading;

/** The Bot API's HTML, which is refused as a whole where it is wrong, and what Telegram makes of words by itself. */
final class TelegramReading extends JsonReading {
    private static final Pattern PIECE = Pattern.compile("<(/?)(\\w+)((?: [^<>]*)?)>|&(\\w+);|([<>&])|([^<>&]+)");
    private static final Pattern FOUND = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])@\\w{2,32}|(?<![\\p{L}\\p{N}_])#[\\p{L}\\p{N}_]+|(?<![\\p{L}\\p{N}_$])\\$[A-Z]{1,8}"
                    + "|(?<![\\p{L}\\p{N}_/<>])/\\w{1,64}(?![/<>\\w])");

    TelegramReading() {
        super(64 * 1024);
    }

    /** What a person sees, and what stands around it. */
    private static final class Html {
        final StringBuilder text = new StringBuilder();
        final StringBuilder words = new StringBuilder();
        final List<String> live = new ArrayList<>();
        final Deque<String> open = new ArrayDeque<>();
    }

    @Override
    protected List<String> markup(Leaf leaf) {
        if (!leaf.path().equals(".text")) {
            return super.markup(leaf);
        }
        Html html = read(leaf.text());
        Matcher found = FOUND.matcher(html.words);
        while (found.find()) {
            html.live.add("found " + found.group());
        }
        return html.live;
    }

    private static Html read(String text) {
        Html html = new Html();
        Matcher pieces = PIECE.matcher(text);
        while (pieces.find()) {
            if (pieces.group(5) != null) {
                throw new AssertionError("a lone " + pieces.group(5) + " in " + text);
            }
            if (pieces.group(2) != null) {
                tag(html, pieces);
            } else {
                words(html, pieces.group(4) == null ? pieces.group(6) : character(pieces.group(4)));
            }
        }
        assertThat(html.open).as(text).isEmpty();
        return html;
    }

    private static void tag(Html html, Matcher tag) {
        String name = tag.group(2);
        if (!tag.group(1).isEmpty()) {
            assertThat(html.open.poll()).isEqualTo(name);
            return;
        }
        assertThat(name).isIn("a", "b", "code", "i");
        assertThat(html.open).as("%s inside of code or a link", name).doesNotContain("code", "a");
        assertThat(tag.group(3)).matches(name.equals("a") ? " href=\"[^\"]*\"" : "");
        html.open.push(name);
        html.live.add(name + tag.group(3));
    }

    private static void words(Html html, String words) {
        html.text.append(words);
        html.words.append(html.open.contains("code") ? "c".repeat(words.length()) : words);
        words.chars().filter(each -> each == '\n').forEach(end -> html.live.add("line"));
    }

    private static String character(String name) {
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            default -> throw new AssertionError("Telegram knows no &" + name + ";");
        };
    }

    /** Without the word joiners that are ours. */
    @Override
    public List<String> texts(String body) {
        return super.texts(body).stream()
                .map(text -> text.replaceAll("([@#/$])\u2060", "$1"))
                .toList();
    }

    @Override
    protected void accept(JsonNode body) {
        assertThat(read(body.path("text").asText()).text.toString().strip()).hasSizeBetween(1, 4096);
        assertThat(body.path("parse_mode").asText()).isEqualTo("HTML");
    }
}
