package offlist.bounce.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words for people in a message that came back, up to where the returned message begins, as lines.
 *
 * @param lines without their line ends
 */
record Text(List<String> lines) {
    /** A mail server says what happened in its first lines; a digest of a thousand recipients is cut. */
    private static final int MOST_LINES = 4000;

    private static final int MOST_OF_A_LINE = 4000;

    private static final Pattern RETURNED = Pattern.compile(
            "^\\s{0,20}[-=_>* ]{0,60}\\s{0,20}(?:this is a copy of (?:the|your) message"
                    + "|below this line is (?:a|the) (?:copy|original)"
                    + "|(?:below|here) is a copy of the (?:original )?message"
                    + "|enclosed (?:are the original headers|is a copy) of the message"
                    + "|message headers? follows?"
                    + "|(?:possibly truncated )?(?:the )?original message (?:headers?|follows)"
                    + "|the header of the original message"
                    + "|(?:start|beginning|begin) of (?:returned|original|your) message"
                    + "|(?:unsent|returned) message (?:below|follows)"
                    + "|urspr.{1,2}ngliche nachrichtenkopfzeilen"
                    + "|en-t.{1,2}tes d[eu] (?:message|messages) d'origine"
                    + "|encabezados de (?:los )?mensajes? original"
                    + "|(?:original|returned|unsent) message\\s{0,20}(?:[-=_*:]{1,100}\\s{0,20})?$"
                    + "|mensaje original (?:adjunto)?)",
            Pattern.CASE_INSENSITIVE);

    /** The trace of the returned message, where nothing says that it begins. */
    private static final Pattern TRACE = Pattern.compile("^Received: ?(?:from|by) ", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUOTED = Pattern.compile("^> ?(?!>)");

    private static final Pattern MAILBOX =
            Pattern.compile("[\\p{L}\\p{N}._%+=&'*/!#$^`{|}~?-]{1,128}@[\\p{L}\\p{N}.-]{1,253}");

    Text {
        lines = List.copyOf(lines);
    }

    static Text of(String text) {
        List<String> lines = new ArrayList<>();
        for (String whole : text.lines().limit(MOST_LINES).toList()) {
            String line = unquoted(whole.length() > MOST_OF_A_LINE ? whole.substring(0, MOST_OF_A_LINE) : whole);
            if (RETURNED.matcher(line).lookingAt()
                    || (!lines.isEmpty() && TRACE.matcher(line).lookingAt())) {
                break;
            }
            lines.add(line);
        }
        return new Text(lines);
    }

    /** A report that somebody passed on; {@code >>>} in a transcript is no quotation. */
    private static String unquoted(String line) {
        return line.startsWith(">") ? QUOTED.matcher(line).replaceFirst("") : line;
    }

    /** The number of the first line, from {@code from} on, that the pattern is found in; the number of lines if there is none. */
    int find(Pattern pattern, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i)).find()) {
                return i;
            }
        }
        return lines.size();
    }

    boolean has(Pattern pattern) {
        return find(pattern, 0) < lines.size();
    }

    /** The lines from {@code from} up to the next blank one. */
    List<String> paragraph(int from) {
        int end = from;
        while (end < lines.size() && !lines.get(end).isBlank()) {
            end++;
        }
        return lines.subList(Math.min(from, end), end);
    }

    /** The lines from {@code from} up to the next blank one, or the next one that the pattern is found in. */
    List<String> paragraph(int from, Pattern next) {
        int end = from;
        while (end < lines.size()
                && !lines.get(end).isBlank()
                && !next.matcher(lines.get(end)).find()) {
            end++;
        }
        return lines.subList(Math.min(from, end), end);
    }

    /** The mailboxes that a line names. */
    static List<String> mailboxes(String line) {
        if (line.indexOf('@') < 0) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        Matcher matcher = MAILBOX.matcher(line);
        while (matcher.find()) {
            found.add(trimmed(matcher.group()));
        }
        return found;
    }

    private static String trimmed(String mailbox) {
        String end = mailbox;
        while (end.endsWith(".") || end.endsWith("-")) {
            end = end.substring(0, end.length() - 1);
        }
        return end.startsWith("'") ? end.substring(1) : end;
    }
}
