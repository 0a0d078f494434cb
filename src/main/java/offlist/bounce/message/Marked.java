package offlist.bounce.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Said;

/**
 * A reply between the marks of older Exchange servers: {@code mx.example.org #550 5.7.1 … ##}, {@code #<mx.example.org #5.7.1
 * smtp;550 …> #SMTP#}.
 *
 * <p>Looked for from the reply to both sides: one pattern for all of it would look at long texts again and again.
 */
final class Marked {
    private static final Pattern REPLY = Pattern.compile("(?<![\\d.])[245]\\d\\d[ -]");
    private static final Pattern END =
            Pattern.compile("(?:>? ?#{1,2}(?:SMTP#|rfc822;\\S{1,300})?|>)\\s{0,20}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile(
            "(?<![A-Za-z0-9._-])(?<host>[A-Za-z0-9._-]{3,255}) #?(?:\\d\\.\\d{1,3}\\.\\d{1,3} )?(?:smtp; ?)?$");
    private static final int FAR = 600;

    private Marked() {}

    static Optional<Said> in(String sentence) {
        Matcher reply = REPLY.matcher(sentence);
        if (!reply.find()) {
            return Optional.empty();
        }
        Matcher end = END.matcher(sentence);
        int last = Math.max(reply.end(), sentence.length() - FAR);
        String before = sentence.substring(Math.max(0, reply.start() - FAR), reply.start());
        int open = before.lastIndexOf('<');
        boolean bracket = open > before.lastIndexOf('>');
        return end.find(last)
                ? Optional.of(new Said(
                        host(bracket ? before.substring(0, open) : before),
                        Optional.empty(),
                        sentence.substring(reply.start(), end(sentence, end.start(), bracket))
                                .strip(),
                        true))
                : Optional.empty();
    }

    /** A bracket that nothing opened before the reply belongs to it. */
    private static int end(String sentence, int end, boolean bracket) {
        return !bracket && sentence.startsWith(">", end) ? end + 1 : end;
    }

    private static Optional<String> host(String before) {
        Matcher host = HOST.matcher(before);
        return host.find() ? Optional.of(host.group("host")).filter(h -> h.contains(".")) : Optional.empty();
    }
}
