package offlist.bounce.intake;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind {@code MAIL FROM:} or {@code RCPT TO:} (RFC 5321 section 4.1.2).
 *
 * @param address between the brackets, empty for the null sender
 * @param parameters what follows, as it was sent
 */
record MailPath(String address, String parameters) {
    private static final Pattern AFTER_COLON =
            Pattern.compile("\\s*+<((?:[^\">]++|\"(?:[^\"\\\\]|\\\\.)*+\")*+)>(?:\\s++(.*))?");
    private static final Pattern SIZE = Pattern.compile("(?:^|\\s)SIZE=(\\d++)(?=\\s|$)", Pattern.CASE_INSENSITIVE);
    /** Longer numbers are no sizes of anything. */
    private static final int DIGITS = 18;

    /** @param words with which the command begins, such as {@code MAIL FROM:}; nothing where it does not */
    static Optional<MailPath> in(String command, String words) {
        if (!command.regionMatches(true, 0, words, 0, words.length())) {
            return Optional.empty();
        }
        Matcher matcher = AFTER_COLON.matcher(command.substring(words.length()));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String parameters = matcher.group(2);
        return Optional.of(new MailPath(matcher.group(1), parameters == null ? "" : parameters));
    }

    /** The declared size in bytes (RFC 1870 section 4), the largest number for one beyond all measure. */
    OptionalLong size() {
        Matcher matcher = SIZE.matcher(parameters);
        if (!matcher.find()) {
            return OptionalLong.empty();
        }
        String digits = matcher.group(1);
        return OptionalLong.of(digits.length() > DIGITS ? Long.MAX_VALUE : Long.parseLong(digits));
    }
}
