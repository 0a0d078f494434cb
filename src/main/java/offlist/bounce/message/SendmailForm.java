package offlist.bounce.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;

/**
 * sendmail: a section with the recipients and a reason cut to one line, and a transcript with all that was said.
 *
 * <p>The transcript holds whole replies of several hosts; the one that counts for a recipient begins with the reason. The last
 * line of a section, {@code 550 5.1.1 … User unknown}, is sendmail's own and is often wrong after a refusal by policy. Old
 * versions have no section: their recipients stand in the transcript.
 */
final class SendmailForm implements Form {
    private static final Pattern SECTION =
            Pattern.compile("--- ?The following addresses had ", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRANSCRIPT = Pattern.compile(
            "--- ?(?:Transcript of session follows|Non-delivered information)", Pattern.CASE_INSENSITIVE);
    private static final Pattern REASON =
            Pattern.compile("^\\s*\\(reason: (?<words>.*?)\\)?\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED = Pattern.compile(
            "^(?:\\d{3} (?:\\d\\.\\d\\.\\d )?<?|>>> RCPT To: ?<)(?<to>[^<>\\s]{1,200}@[^<>\\s.][^<>\\s]{0,253}?)>?(?:\\.\\.\\.| |$)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Attempt> read(Text text) {
        if (!text.has(SECTION) && !text.has(TRANSCRIPT)) {
            return List.of();
        }
        Session session = Session.of(
                text.lines().subList(text.find(TRANSCRIPT, 0), text.lines().size()));
        Map<String, String> recipients = recipients(text);
        if (recipients.isEmpty()) {
            named(text).forEach(to -> recipients.putIfAbsent(to, ""));
        }
        List<Attempt> attempts = new ArrayList<>();
        List<String> before = new ArrayList<>();
        recipients.forEach((to, reason) -> {
            int alike = reason.isEmpty() ? recipients.size() : Collections.frequency(recipients.values(), reason);
            attempts.add(Attempt.of(
                    Optional.of(to), session.about(to, reason, Collections.frequency(before, reason), alike)));
            before.add(reason);
        });
        return attempts;
    }

    /** Recipients with their reason, which can be empty. */
    private static Map<String, String> recipients(Text text) {
        Map<String, String> found = new LinkedHashMap<>();
        String current = "";
        for (String line : section(text, text.find(SECTION, 0))) {
            Matcher reason = REASON.matcher(line);
            List<String> named = Text.mailboxes(line);
            if (reason.find()) {
                found.replace(current, reason.group("words"));
            } else if (!named.isEmpty() && !line.strip().startsWith("(")) {
                current = named.getFirst();
                found.putIfAbsent(current, Quoted.reply(line).orElse(""));
            }
        }
        return found;
    }

    private static List<String> section(Text text, int begin) {
        int end = Math.min(text.find(TRANSCRIPT, 0), text.lines().size());
        return begin < end ? text.lines().subList(begin + 1, end) : after(text, begin);
    }

    /** Old versions put the transcript first. */
    private static List<String> after(Text text, int begin) {
        return begin < text.lines().size() ? text.paragraph(begin + 1) : List.of();
    }

    private static List<String> named(Text text) {
        List<String> found = new ArrayList<>();
        for (String line : text.lines()) {
            Matcher named = NAMED.matcher(line);
            if (named.find()) {
                found.add(named.group("to"));
            }
        }
        return found;
    }
}
