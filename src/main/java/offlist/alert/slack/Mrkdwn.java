package offlist.alert.slack;

import java.net.URI;
import java.time.Instant;
import offlist.alert.SafeText;
import offlist.alert.Times;

/** Slack's markup, made of parts that cannot break out of it. */
final class Mrkdwn {
    private static final int LONGEST = 300;

    private Mrkdwn() {}

    /** Slack's three control characters, which also make mentions and links. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Words in running text; characters that would format them are replaced by look-alikes. */
    static String words(String text) {
        return escape(SafeText.line(text, LONGEST).replaceFirst("^>+", "›"))
                .replace('*', '∗')
                .replace('~', '∼')
                .replaceAll("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])", "ˍ")
                .replace('`', 'ʼ');
    }

    /** Verbatim, for what people copy; inside it neither format nor emoji are read. */
    static String code(String text) {
        String safe = escape(SafeText.line(text, LONGEST)).replace('`', 'ʼ');
        return safe.isEmpty() ? "" : "`" + safe + "`";
    }

    static String bold(String label) {
        return "*" + label + "*";
    }

    /** @param label words or code */
    static String link(URI target, String label) {
        String address =
                target.toASCIIString().replace("|", "%7C").replace("<", "%3C").replace(">", "%3E");
        return "<" + address.replace("&", "&amp;") + "|" + label.replace('|', '/') + ">";
    }

    /** In the reader's own time zone. */
    static String time(Instant instant) {
        return "<!date^" + instant.getEpochSecond() + "^{date_short_pretty} {time}|" + Times.utc(instant) + ">";
    }
}
