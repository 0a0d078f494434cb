package offlist.alert.discord;

import java.net.URI;
import offlist.alert.chat.Line;

/** Discord's markdown, made of parts that cannot break out of it. */
final class DiscordText {
    private DiscordText() {}

    /** Words in a line of their own or behind others. */
    static String words(String text) {
        return text.replaceAll("([\\\\*_~|`<>\\[\\]()#@])|^([-+] )", "\\\\$1$2")
                .replaceFirst("^(\\d+)([.)] )", "$1\\\\$2");
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text.replace('`', 'ʼ') + "`";
    }

    static String link(URI target, String label) {
        String address =
                target.toASCIIString().replace("(", "%28").replace(")", "%29").replace("\\", "%5C");
        return "[" + label + "](" + address + ")";
    }

    static String line(Line line) {
        String text = words(line.text());
        String linked = line.link().map(page -> link(page, text)).orElse(text);
        return switch (line.kind()) {
            case HEADING -> "**" + text + "**";
            case STEP -> line.lead() + ". " + linked;
            case FACT -> "**" + line.lead() + "** " + linked;
            case ROW ->
                code(line.lead()) + " " + text
                        + line.link().map(page -> " " + link(page, "look up")).orElse("");
            case WORDS -> linked;
            case NOTE -> "-# " + linked;
        };
    }
}
