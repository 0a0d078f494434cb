package offlist.bounce.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.bounce.Said;
import offlist.pool.IpAddress;

/** qmail: {@code <recipient>:}, then sentences that name the other server by its address, then what it said. */
final class QmailForm implements Form {
    private static final Pattern HELLO = Pattern.compile(
            "\\bqmail-send program\\b|Remote host said:|does not like recipient|but (?:greeting failed|sender was rejected)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RECIPIENT = Pattern.compile("^<(?<to>[^<>\\s]{1,200}@[^<>\\s]{1,253})>:\\s*$");
    private static final Pattern THEM = Pattern.compile(
            "(?:Connected to |^)(?<address>\\d{1,3}(?:\\.\\d{1,3}){3}) (?:does not like|failed|but )"
                    + "|Connected to (?<address2>[0-9A-Fa-f:.]{3,45}) but",
            Pattern.MULTILINE);
    private static final Pattern SAID =
            Pattern.compile("Remote host said: ?(?<words>.*?)(?:\\R?Giving up on \\S+\\s*)?$", Pattern.DOTALL);

    @Override
    public List<Attempt> read(Text text) {
        List<Attempt> attempts = new ArrayList<>();
        if (!text.has(HELLO)) {
            return attempts;
        }
        for (int i = 0; i < text.lines().size(); i++) {
            Matcher recipient = RECIPIENT.matcher(text.lines().get(i));
            if (recipient.find()) {
                String block = String.join("\n", text.paragraph(i + 1));
                attempts.add(Attempt.of(Optional.of(recipient.group("to")), said(block)));
            }
        }
        return attempts;
    }

    private static Said said(String block) {
        Matcher them = THEM.matcher(block);
        Optional<IpAddress> address = them.find()
                ? Optional.ofNullable(them.group("address"))
                        .or(() -> Optional.ofNullable(them.group("address2")))
                        .flatMap(IpAddress::tryParse)
                : Optional.empty();
        Matcher said = SAID.matcher(block);
        return said.find()
                ? new Said(Optional.empty(), address, said.group("words").strip(), true)
                : new Said(Optional.empty(), address, block, false);
    }
}
