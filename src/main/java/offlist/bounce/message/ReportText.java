package offlist.bounce.message;

import java.util.List;
import offlist.bounce.Attempt;

/** The words for people, in whichever form a mail server writes them. */
final class ReportText {
    /** The forms that say most about themselves come first; the last takes what is left. */
    private static final List<Form> KNOWN = List.of(
            new SendmailForm(), new QmailForm(), new EximForm(), new PostfixForm(), new ExchangeForm(), new LineForm());

    private static final Form ANY = new AnyForm();

    private ReportText() {}

    /** What a message that came back says; any words that begin like a reply count. */
    static List<Attempt> read(String text) {
        List<Attempt> known = known(text);
        return known.isEmpty() ? ANY.read(Text.of(text)) : known;
    }

    /** What a text says that need not be about a message that came back. */
    static List<Attempt> known(String text) {
        Text lines = Text.of(text);
        return KNOWN.stream()
                .map(form -> form.read(lines))
                .filter(attempts -> !attempts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
