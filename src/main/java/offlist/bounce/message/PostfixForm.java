package offlist.bounce.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.bounce.Said;

/** Postfix: {@code <recipient>: host mx.example[192.0.2.1] said: 550 …}, folded. Other servers write blocks of the same shape. */
final class PostfixForm implements Form {
    private static final Pattern RECIPIENT = Pattern.compile(
            "^\\s{0,4}<(?<to>[^<>\\s]{1,200}@[^<>\\s]{1,253})>(?: ?\\((?:expanded|generated) from[^)]{0,300}\\))?:(?<rest>\\s.*|$)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Attempt> read(Text text) {
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < text.lines().size(); i++) {
            Matcher recipient = RECIPIENT.matcher(text.lines().get(i));
            if (recipient.find()) {
                block(recipient, text.paragraph(i + 1)).ifPresent(attempts::add);
            }
        }
        return attempts;
    }

    private static Optional<Attempt> block(Matcher recipient, List<String> following) {
        StringBuilder sentence = new StringBuilder(recipient.group("rest").strip());
        for (String line : following) {
            if (RECIPIENT.matcher(line).find()) {
                break;
            }
            sentence.append('\n').append(line.strip());
        }
        return sentence.toString().isBlank()
                ? Optional.empty()
                : Optional.of(Attempt.of(Optional.of(recipient.group("to")), Said.in(sentence.toString())));
    }
}
