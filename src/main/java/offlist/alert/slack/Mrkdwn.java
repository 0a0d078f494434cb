package offlist.alert.slack;

import java.net.URI;
import java.time.Instant;
import offlist.alert.SafeText;
import offlist.alert.Times;

/** Slack's markup, made of parts that cannot break out of it. */
final class Mrkdwn {
    private static final int LONGEST = 300;
    /** Two of them and a label fit into a field, which has 2,000 characters. */
    private static final int LONGEST_ESCAPED = 900;

    private Mrkdwn() {}

    /** Slack's three control characters, which also make mentions and links. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** So much of a text that it is not longer than this when it is escaped: Slack counts what it is sent. */
    static String fitting(String text, int longest) {
        if (escape(text).length() <= longest) {
            return text;
        }
        int end = 0;
        for (int room = longest - 1; room > 0; ) {
            int next = end + Character.charCount(text.codePointAt(end));
            room -= escape(text.substring(end, next)).length();
            end = room >= 0 ? next : end;
        }
        return text.substring(0, end) + "…";
    }

    /** Words in running text; characters that would format them are replaced by look-alikes. */
    static String words(String text) {
        return escape(fitting(SafeText.line(text, LONGEST).replaceFirst("^>+", "›"), LONGEST_ESCAPED))
                .replace('*', '∗')
                .replace('~', '∼')
                .replaceAll("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])", "ˍ")
                .replace('`', 'ʼ');
    }

    /** Verbatim, for what people copy; inside it neither format nor emoji are read. */
    static String code(String text) {
        String safe =
                escape(fitting(SafeText.line(text, LONGEST), LONGEST_ESCAPED)).replace('`', 'ʼ');
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
