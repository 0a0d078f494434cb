package offlist.bounce.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.bounce.Said;
import offlist.pool.IpAddress;

/** qmail and its heirs: {@code <recipient>:}, then sentences that name the other server by its address, then what it said. */
final class QmailForm implements Form {
    private static final Pattern HELLO = Pattern.compile(
            "\\bqmail-send program\\b|Remote[ _]host[ _]said:|does[ _]not[ _]like[ _]recipient"
                    + "|but (?:greeting failed|sender was rejected)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RECIPIENT = Pattern.compile("^<(?<to>[^<>\\s]{1,200}@[^<>\\s]{1,253})>:\\s*$");
    private static final Pattern THEM = Pattern.compile(
            "(?:Connected to |<[^<>\\s]{1,400}> |^)(?:(?<host>[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,10}) )?"
                    + "\\[?(?<address>[0-9A-Fa-f:.]{3,45})\\]? (?:does not like|failed|but )",
            Pattern.MULTILINE);
    private static final Pattern SAID = Pattern.compile(
            "Remote host said: ?(?<words>.*?)(?:\\R\\s{0,20}(?:Giving up on [^\\n]{1,300}|I'm not going to try again[^\\n]{0,300})\\s*)?$",
            Pattern.DOTALL);

    @Override
    public List<Attempt> read(Text text) {
        List<Attempt> attempts = new ArrayList<>();
        if (!text.has(HELLO)) {
            return attempts;
        }
        for (int i = 0; i < text.lines().size(); i++) {
            Matcher recipient = RECIPIENT.matcher(text.lines().get(i));
            if (recipient.find()) {
                String block = plain(String.join("\n", text.paragraph(i + 1, RECIPIENT)));
                attempts.add(Attempt.of(Optional.of(recipient.group("to")), said(block)));
            }
        }
        return attempts;
    }

    /** Some keep the line of the log, which has no spaces. */
    private static String plain(String block) {
        return block.contains("Remote_host_said:")
                ? block.replace('_', ' ').replaceAll("/(?=Remote host said|Giving up on|$)", "\n")
                : block;
    }

    private static Said said(String block) {
        Matcher them = THEM.matcher(block);
        boolean named = them.find();
        Optional<String> host = named ? Optional.ofNullable(them.group("host")) : Optional.empty();
        Optional<IpAddress> address = named ? IpAddress.tryParse(them.group("address")) : Optional.empty();
        Matcher said = SAID.matcher(block);
        return said.find()
                ? new Said(host, address, said.group("words").strip(), true)
                : new Said(host, address, block, false);
    }
}
