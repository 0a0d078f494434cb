package offlist.bounce.message;

import java.util.List;
import offlist.bounce.Attempt;

/** The words for people, in whichever form a mail server writes them. */
final class ReportText {
    /** The forms that say most about themselves come first. */
    private static final List<Form> KNOWN = List.of(
            new SendmailForm(),
            new QmailForm(),
            new EximForm(),
            new PostfixForm(),
            new LabelForm(),
            new ExchangeForm(),
            new LineForm());

    private ReportText() {}

    /** What a text says, even if it need not be about a message that came back. */
    static List<Attempt> known(String text) {
        return known(Text.of(text));
    }

    static List<Attempt> known(Text lines) {
        return KNOWN.stream()
                .map(form -> form.read(lines))
                .filter(attempts -> !attempts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
