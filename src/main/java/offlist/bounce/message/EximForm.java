package offlist.bounce.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.bounce.Said;

/** Exim: recipients by themselves, indented, each with its explanation indented deeper. */
final class EximForm implements Form {
    private static final Pattern BEGIN = Pattern.compile(
            "address(?:\\(es\\)|es)? (?:failed|to which the message has not yet been delivered (?:is|are))\\b"
                    + "|could not be delivered to (?:one or more of its|all of its) recipients"
                    + "|has not (?:yet )?been delivered to one or more of its",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RECIPIENT = Pattern.compile(
            "^ {1,4}<?(?:[A-Za-z0-9._%+=&'*/!#$^`{|}~?-]{1,128})@(?:[A-Za-z0-9.-]{1,253})>?(?:\\s\\(.*)?:?$");
    private static final Pattern NOT_THE_REASON =
            Pattern.compile("^\\s*\\((?:generated|ultimately generated) from|^\\s*Delay reason:\\s*");
    private static final Pattern END = Pattern.compile("^(?:-{4,}|No action is required on your part|Reporting-MTA:)");

    @Override
    public List<Attempt> read(Text text) {
        int begin = text.find(BEGIN, 0);
        List<Attempt> attempts = new ArrayList<>();
        int i = begin;
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
        int i = at + 1;
        while (i < text.lines().size() && !over(text.lines().get(i))) {
            String line = NOT_THE_REASON.matcher(text.lines().get(i)).replaceFirst("");
            sentence.append(line.strip()).append('\n');
            i++;
        }
        String recipient = Text.mailboxes(text.lines().get(at)).getFirst();
        attempts.add(Attempt.of(Optional.of(recipient), Said.in(sentence.toString())));
        return i;
    }

    private static boolean over(String line) {
        return line.isBlank()
                || RECIPIENT.matcher(line).find()
                || END.matcher(line).find();
    }
}
