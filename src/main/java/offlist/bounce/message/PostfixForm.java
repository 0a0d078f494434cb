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
 * Postfix: {@code <recipient>: host mx.example[192.0.2.1] said: 550 …}, folded. Other servers write blocks of the same shape;
 * Courier puts the conversation into its own.
 */
final class PostfixForm implements Form {
    private static final Pattern RECIPIENT = Pattern.compile(
            "^(?<indent>\\s{0,4})<(?<to>[^<>\\s]{1,200}@[^<>\\s]{1,253})>(?: ?\\((?:expanded|generated) from[^)]{0,300}\\))?:(?<rest>\\s.*|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DELIVERED =
            Pattern.compile("^(?:delivery via |delivered to |relayed to |deliverable)");
    private static final Pattern HOST =
            Pattern.compile("^(?<host>[A-Za-z0-9._-]{1,255})\\.? ?\\[(?<address>[0-9A-Fa-f:.]{2,45})\\]:?$");

    @Override
    public List<Attempt> read(Text text) {
        List<Attempt> attempts = new ArrayList<>();
        int i = 0;
        while (i < text.lines().size()) {
            Matcher recipient = RECIPIENT.matcher(text.lines().get(i));
            i++;
            if (recipient.find()) {
                List<String> folded = folded(text.paragraph(i), indent(recipient));
                block(recipient, folded).ifPresent(attempts::add);
                i += folded.size();
            }
        }
        return attempts;
    }

    /** Up to the next recipient; one that stands further in is a word of the reply, at which the line was folded. */
    private static List<String> folded(List<String> paragraph, int indent) {
        int end = 0;
        while (end < paragraph.size() && !begins(paragraph.get(end), indent)) {
            end++;
        }
        return paragraph.subList(0, end);
    }

    private static boolean begins(String line, int indent) {
        Matcher recipient = RECIPIENT.matcher(line);
        return recipient.find() && indent(recipient) <= indent;
    }

    private static int indent(Matcher recipient) {
        return recipient.group("indent").length();
    }

    private static Optional<Attempt> block(Matcher recipient, List<String> folded) {
        List<String> lines = new ArrayList<>(List.of(recipient.group("rest").strip()));
        folded.forEach(line -> lines.add(line.strip()));
        lines.removeIf(String::isEmpty);
        return lines.isEmpty() || DELIVERED.matcher(lines.getFirst()).find()
                ? Optional.empty()
                : Optional.of(Attempt.of(Optional.of(recipient.group("to")), said(lines)));
    }

    private static Said said(List<String> lines) {
        String spoken = Transcript.spoken(lines);
        if (spoken.isEmpty()) {
            return Said.in(String.join("\n", lines));
        }
        Matcher host = HOST.matcher(lines.getFirst());
        return host.find()
                ? new Said(Optional.of(host.group("host")), IpAddress.tryParse(host.group("address")), spoken, true)
                : Said.in(spoken);
    }
}
