package offlist.bounce.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.bounce.Said;

/**
 * Exchange: plain words in the reader's language, then, for administrators, recipients with the reply between marks:
 * {@code Remote Server returned '550 …'}, {@code #550 …##}, {@code <host #5.7.1 smtp;550 …>}.
 */
final class ExchangeForm implements Form {
    private static final Pattern BEGIN = Pattern.compile(
            "Diagnostic information for administrators|could not be reached:|Generating server:"
                    + "|Diagnoseinformationen f.r Administratoren|Informations de diagnostic pour les administrateurs",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RECIPIENT = Pattern.compile(
            "^\\s*(?:IMCEAEX\\S*|<?[A-Za-z0-9._%+=&'*/!#$^`{|}~?-]{1,128}@[A-Za-z0-9.-]{1,253}>?)(?: on .{5,60})?\\s*$");
    private static final Pattern SERVER = Pattern.compile("Generating server:", Pattern.CASE_INSENSITIVE);
    private static final Pattern RETURNED = Pattern.compile(
            "(?<host>[A-Za-z0-9._-]{1,255})?\\s*(?:Remote Server (?:at \\S+ (?:\\([^)]*\\) )?)?returned|Der Remoteserver hat Folgendes zur.ckgegeben)[:]?\\s*'(?<words>.+?)'?\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile(
            "(?:(?<host>[A-Za-z0-9._-]{3,255}) )?#?(?:<[^>]{0,255}?)?#?(?:\\d\\.\\d{1,3}\\.\\d{1,3} )?(?:smtp; ?)?(?<words>[245]\\d\\d[ -].+?)(?:>? ?#{1,2}(?:SMTP#)?|>)\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public List<Attempt> read(Text text) {
        List<Attempt> attempts = new ArrayList<>();
        for (int i = text.find(BEGIN, 0); i < text.lines().size(); i++) {
            String line = text.lines().get(i);
            if (RECIPIENT.matcher(line).find()
                    && !SERVER.matcher(line).find()
                    && !Text.mailboxes(line).isEmpty()) {
                String words = explanation(text, i + 1);
                said(words)
                        .ifPresent(s -> attempts.add(
                                Attempt.of(Optional.of(Text.mailboxes(line).getFirst()), s)));
            }
        }
        return attempts;
    }

    private static String explanation(Text text, int from) {
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().subList(from, text.lines().size())) {
            if (RECIPIENT.matcher(line).find() || (line.isBlank() && !lines.isEmpty())) {
                break;
            }
            if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        return String.join("\n", lines);
    }

    private static Optional<Said> said(String words) {
        return said(RETURNED.matcher(words)).or(() -> said(MARKED.matcher(words)));
    }

    private static Optional<Said> said(Matcher matcher) {
        return matcher.find()
                ? Optional.of(new Said(
                        Optional.ofNullable(matcher.group("host")),
                        Optional.empty(),
                        matcher.group("words").strip(),
                        true))
                : Optional.empty();
    }
}
