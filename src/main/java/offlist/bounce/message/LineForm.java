package offlist.bounce.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.bounce.Said;

/** OpenSMTPD and others: recipient and reply in one line, {@code user@example.org: 550 …}. */
final class LineForm implements Form {
    private static final Pattern LINE = Pattern.compile(
            "^\\s*<?(?<to>[A-Za-z0-9._%+=&'*/!#$^`{|}~?-]{1,128}@[A-Za-z0-9.-]{1,253})>?\\s*:\\s+(?<words>[245]\\d\\d[ -].+)$");

    @Override
    public List<Attempt> read(Text text) {
        List<Attempt> attempts = new ArrayList<>();
        for (String line : text.lines()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.find()) {
                attempts.add(Attempt.of(Optional.of(matcher.group("to")), Said.in(matcher.group("words"))));
            }
        }
        return attempts;
    }
}
