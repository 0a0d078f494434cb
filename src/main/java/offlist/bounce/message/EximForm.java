package offlist.bounce.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.bounce.Said;

/** Exim and its kin: recipients by themselves, each with its explanation below, indented deeper. */
final class EximForm implements Form {
    private static final Pattern BEGIN = Pattern.compile(
            "address(?:\\(es\\)|es)? (?:failed|to which the message has not yet been delivered (?:is|are))\\b"
                    + "|could not be delivered to (?:one or more of its|all of its|one or more of$) ?(?:recipients)?"
                    + "|has not (?:yet )?been delivered to one or more of its",
            Pattern.CASE_INSENSITIVE);
    private static final String MAILBOX = "[\\p{L}\\p{N}._%+=&'*/!#$^`{|}~?-]{1,128}@[\\p{L}\\p{N}.-]{1,253}";
    private static final Pattern RECIPIENT = Pattern.compile(
            "^(?: {1,4}<?" + MAILBOX + ">?(?:\\s\\(.*)?:?| {2,4}[|/]\\S.*|\"" + MAILBOX + "\":)\\s{0,20}$");
    private static final Pattern GENERATED =
            Pattern.compile("^\\s*\\((?:ultimately )?generated from (?<to>[^)\\s]{3,320})\\)");
    private static final Pattern NOT_THE_REASON =
            Pattern.compile("^\\s*\\((?:ultimately )?generated from.*|^\\s*Delay reason:\\s*");
    private static final Pattern END = Pattern.compile("^(?:-{4,}|No action is required on your part|Reporting-MTA:)");

    @Override
    public List<Attempt> read(Text text) {
        List<Attempt> attempts = new ArrayList<>();
        int i = text.find(BEGIN, 0);
        while (i < text.lines().size() && !END.matcher(text.lines().get(i)).find()) {
            if (RECIPIENT.matcher(text.lines().get(i)).find()) {
                i = recipient(text, i, attempts);
            } else {
                i++;
            }
        }
        return attempts;
    }

    private static int recipient(Text text, int at, List<Attempt> attempts) {
        StringBuilder sentence = new StringBuilder();
        Optional<String> from = Optional.empty();
        int i = at + 1;
        while (i < text.lines().size() && !over(text.lines().get(i))) {
            Matcher generated = GENERATED.matcher(text.lines().get(i));
            from = generated.find() ? Optional.of(generated.group("to")) : from;
            String line = NOT_THE_REASON.matcher(text.lines().get(i)).replaceFirst("");
            sentence.append(line.strip()).append('\n');
            i++;
        }
        Optional<String> recipient =
                Text.mailboxes(text.lines().get(at)).stream().findFirst().or(addressed(from));
        attempts.add(Attempt.of(recipient, Said.in(sentence.toString().strip())));
        return i;
    }

    /** A pipe or a file of ours failed for somebody who has an address. */
    private static java.util.function.Supplier<Optional<String>> addressed(Optional<String> from) {
        return () -> from.filter(f -> f.indexOf('@') > 0);
    }

    private static boolean over(String line) {
        return line.isBlank()
                || RECIPIENT.matcher(line).find()
                || END.matcher(line).find();
    }
}
