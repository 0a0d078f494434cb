package offlist.alert.telegram;

import java.net.URI;
import java.util.Optional;
import offlist.alert.chat.Line;

/** The HTML that Telegram's Bot API reads, made of parts that cannot break out of it. */
final class TelegramText {
    private TelegramText() {}

    /** Where Telegram looks for mentions, hashtags and sums, and for commands; slashes inside addresses are none. */
    private static final String FOUND =
            "(?<![\\p{L}\\p{N}_])([@#$])(?=[\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_/<>])(/)(?=\\w)";

    /** A word joiner after the sign keeps Telegram from making something of words. */
    static String words(String text) {
        return escape(text.replaceAll(FOUND, "$1$2\u2060"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String bold(String text) {
        return "<b>" + words(text) + "</b>";
    }

    private static String code(String text) {
        return "<code>" + escape(text) + "</code>";
    }

    static String link(URI target, String label) {
        return "<a href=\"" + escape(target.toASCIIString()) + "\">" + label + "</a>";
    }

    private static String linked(Optional<URI> target, String label) {
        return target.map(page -> link(page, label)).orElse(label);
    }

    static String line(Line line) {
        String text = words(line.text());
        return switch (line.kind()) {
            case HEADING -> "\n" + bold(line.text());
            case STEP -> line.lead() + ". " + linked(line.link(), text);
            case FACT -> bold(line.lead()) + " " + text;
            // Telegram nests no code in a link.
            case ROW ->
                code(line.lead())
                        + " " + text
                        + line.link().map(page -> " · " + link(page, "look up")).orElse("");
            case WORDS -> linked(line.link(), text);
            case NOTE -> "<i>" + text + "</i>";
        };
    }
}
