package offlist.bounce.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.bounce.Said;
import offlist.pool.IpAddress;

/**
 * Servers that write fields for people: recipient, reply and remote server, each behind a label of its own. A new recipient begins
 * the next attempt.
 */
final class LabelForm implements Form {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE;

    /** Sun and Oracle, MDaemon, Exchange Online, James, MailEnable, Haraka. */
    private static final Pattern RECIPIENT = Pattern.compile(
            "^\\s{0,12}(?:Recipient address|Failed address|RCPT TO|Intended Recipients?|Recipient)\\s{0,8}:\\s{0,20}(?:\\[SMTP:)?<?(?<to>[^<>\\s\\]]{1,200}@[^<>\\s\\]]{1,253})",
            FLAGS);

    /** The address as we wrote it, where the server has turned it into another one. */
    private static final Pattern ORIGINAL = Pattern.compile(
            "^\\s{0,12}Original address\\s{0,8}:\\s{0,20}<?(?<to>[^<>\\s]{1,200}@[^<>\\s]{1,253})", FLAGS);

    private static final Pattern REPLY = Pattern.compile(
            "^\\s{0,12}(?:Diagnostic code|Failure Reason|Reported error|Reason|Error message(?: below)?)\\s{0,8}:\\s{0,20}(?:smtp; ?)?(?<words>.{0,3000})$",
            FLAGS);

    private static final Pattern SERVER = Pattern.compile(
            "^\\s{0,12}(?:Remote system|Remote server|Remote-MTA)\\s{0,8}:\\s{0,20}(?:dns; ?)?<?(?<server>[^<>]{1,500})>?$",
            FLAGS);

    private static final Pattern TRANSCRIPT = Pattern.compile("^--- Session Transcript ---$");
    private static final Pattern PEER = Pattern.compile(
            "Attempting SMTP connection to \\[(?<address>[0-9A-Fa-f:.]{2,45}?)(?::\\d{1,5})?\\]", FLAGS);
    private static final Pattern CODE = Pattern.compile("^[45]\\d\\d(?:[ :-]|$)");

    @Override
    public List<Attempt> read(Text text) {
        List<Attempt> attempts = new ArrayList<>();
        List<Integer> begins = new ArrayList<>();
        for (int i = 0; i < text.lines().size(); i++) {
            if (RECIPIENT.matcher(text.lines().get(i)).find()) {
                begins.add(i);
            }
        }
        if (begins.isEmpty() || text.find(REPLY, 0) == text.lines().size() && !text.has(TRANSCRIPT)) {
            return attempts;
        }
        for (int i = 0; i < begins.size(); i++) {
            int from = begins.size() == 1 ? 0 : begins.get(i);
            int to = i + 1 < begins.size() ? begins.get(i + 1) : text.lines().size();
            Text block = new Text(text.lines().subList(from, to));
            attempt(recipient(text.lines().get(begins.get(i)), block), block).ifPresent(attempts::add);
        }
        return attempts;
    }

    private static Optional<Attempt> attempt(Optional<String> recipient, Text block) {
        return said(block).map(said -> Attempt.of(recipient, said));
    }

    private static Optional<String> recipient(String line, Text block) {
        int original = block.find(ORIGINAL, 0);
        String to = original < block.lines().size()
                ? group(ORIGINAL, block.lines().get(original), "to")
                : group(RECIPIENT, line, "to");
        return Text.mailboxes(to).stream().findFirst();
    }

    private static Optional<Said> said(Text block) {
        String spoken = Transcript.spoken(block.lines());
        if (!spoken.isEmpty()) {
            return Optional.of(new Said(Optional.empty(), peer(block), spoken, true));
        }
        String words = reply(block);
        int at = block.find(SERVER, 0);
        Optional<Server> server = at < block.lines().size()
                ? Server.in(group(SERVER, block.lines().get(at), "server"))
                : Optional.empty();
        Said said = Said.in(words);
        return words.isEmpty() || !CODE.matcher(said.reply()).find()
                ? Optional.empty()
                : Optional.of(new Said(
                        said.host().or(() -> server.flatMap(Server::host)),
                        said.address().or(() -> server.flatMap(Server::address)),
                        said.reply(),
                        said.answered()));
    }

    /** Behind the label, or in the lines below it; a label whose words are no reply is passed over. */
    private static String reply(Text block) {
        for (int i = 0; i < block.lines().size(); i++) {
            Matcher label = REPLY.matcher(block.lines().get(i));
            if (label.find()) {
                String words = label.group("words").strip();
                String whole = words.isEmpty() ? String.join("\n", block.paragraph(i + 1)) : words;
                String inner = Quoted.reply(whole).orElse(whole);
                if (CODE.matcher(Said.in(inner).reply()).find()) {
                    return inner;
                }
            }
        }
        return "";
    }

    private static Optional<IpAddress> peer(Text block) {
        int at = block.find(PEER, 0);
        return at < block.lines().size()
                ? IpAddress.tryParse(group(PEER, block.lines().get(at), "address"))
                : Optional.empty();
    }

    private static String group(Pattern pattern, String line, String name) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? matcher.group(name).strip() : "";
    }
}
