package offlist.bounce.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.bounce.Said;

/** OpenSMTPD and others: recipient and reply in one line, {@code user@example.org: 550 …}. */
final class LineForm implements Form {
    private static final String TO =
            "^\\s{0,8}<?(?<to>[\\p{L}\\p{N}._%+=&'*/!#$^`{|}~?-]{1,128}@[\\p{L}\\p{N}.-]{1,253})>?\\s{0,4}";
    private static final Pattern LINE = Pattern.compile(TO + ":\\s{1,8}(?<words>[245]\\d\\d[ -].+)$");

    /** OpenSMTPD's own reasons have no code. */
    private static final Pattern OPENSMTPD =
            Pattern.compile("This is the MAILER-DAEMON, please DO NOT REPLY", Pattern.CASE_INSENSITIVE);

    private static final Pattern REASON = Pattern.compile(TO + ":\\s{1,8}(?<words>\\S.+)$");

    /** Recipient, then the reply between brackets, or two codes by name. */
    private static final Pattern BRACKETS =
            Pattern.compile(TO + "[\\[(](?<words>[45]\\d\\d[ -].{1,3000})[\\])]\\s{0,8}$");

    private static final Pattern NAMED_CODES = Pattern.compile(
            TO + "Invalid Address, ERROR_CODE :(?<code>[45]\\d\\d), ERROR_CODE :(?<words>.{1,3000})$",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Attempt> read(Text text) {
        Pattern whole = text.has(OPENSMTPD) ? REASON : LINE;
        List<Attempt> attempts = new ArrayList<>();
        for (String line : text.lines()) {
            if (line.indexOf('@') < 0) {
                continue;
            }
            for (Pattern pattern : List.of(whole, BRACKETS, NAMED_CODES)) {
                Matcher matcher = pattern.matcher(line);
                if (matcher.find()) {
                    attempts.add(Attempt.of(java.util.Optional.of(matcher.group("to")), Said.in(words(matcher))));
                    break;
                }
            }
        }
        return attempts;
    }

    private static String words(Matcher matcher) {
        return matcher.namedGroups().containsKey("code")
                ? matcher.group("code") + " " + matcher.group("words")
                : matcher.group("words");
    }
}
