package offlist.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text in Markdown, as chats read it, is beside text. */
public final class MarkdownReading {
    private static final Pattern FIRST = Pattern.compile("\\\\[^A-Za-z0-9\\s]|(`+)([^`]+)\\1(?!`)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)]\\(([^()\\s]*)\\)");
    private static final Pattern MENTION =
            Pattern.compile("@(everyone|here)|<(@[!&]?|#|a?:\\w*:|t:|id:|/)[^>\\n]*>|<https?:[^>\\n]*>");
    private static final Pattern START = Pattern.compile("(?m)^\\s*(#{1,6} |-# |>(?:>>)? |[-*+] |\\d+[.)] |```|~~~)");
    private static final List<Pattern> PAIRS = List.of(
            Pattern.compile("\\*\\*([^\\n]+?)\\*\\*"),
            Pattern.compile("__([^\\n]+?)__"),
            Pattern.compile("~~([^\\n]+?)~~"),
            Pattern.compile("\\|\\|([^\\n]+?)\\|\\|"),
            Pattern.compile("\\*([^\\n]+?)\\*"),
            Pattern.compile("(?<!\\w)_([^\\n]+?)_(?!\\w)"));

    private MarkdownReading() {}

    public static List<String> live(String text) {
        List<String> live = new ArrayList<>();
        String rest = replaced(FIRST, text, live, found -> found.group(1) == null ? "" : "code", "c");
        rest = replaced(MENTION, rest, live, found -> "mention " + found.group(), "m");
        rest = replaced(LINK, rest, live, found -> "to " + found.group(2), "$1");
        rest = replaced(START, rest, live, found -> "start " + found.group(1).replaceAll("\\d+", "1"), "");
        for (Pattern pair : PAIRS) {
            rest = replaced(pair, rest, live, found -> "pair " + pair.pattern(), "$1");
        }
        rest.chars().filter(each -> each == '`').forEach(each -> live.add("half of a code"));
        rest.chars().filter(each -> each == '\n').forEach(each -> live.add("line"));
        return live;
    }

    /** Names what is found, where it has a name, and puts something else in its place. */
    public static String replaced(
            Pattern pattern,
            String text,
            List<String> live,
            java.util.function.Function<Matcher, String> name,
            String by) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String found = name.apply(matcher);
            if (!found.isEmpty()) {
                live.add(found);
            }
        }
        return matcher.replaceAll(by);
    }
}
