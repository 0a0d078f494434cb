package offlist.bounce.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.bounce.Said;

/**
 * sendmail: a section with the recipients and a reason cut to one line, and a transcript with all that was said.
 *
 * <p>The transcript holds whole replies of several hosts; the one that counts for a recipient begins with the reason. The last
 * line of a section, {@code 550 5.1.1 … User unknown}, is sendmail's own and is often wrong after a refusal by policy.
 */
final class SendmailForm implements Form {
    private static final Pattern SECTION = Pattern.compile(
            "-{3,} ?The following addresses had (?:permanent|transient|delivery|persistent)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRANSCRIPT =
            Pattern.compile("-{3,} ?Transcript of session follows", Pattern.CASE_INSENSITIVE);
    private static final Pattern REASON =
            Pattern.compile("^\\s*\\(reason: (?<words>.*?)\\)?\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TALKING =
            Pattern.compile("^\\.{3} ?while talking to (?<host>[^\\s:]{1,255}?)\\.?:?\\s*$");
    private static final Pattern SPOKEN = Pattern.compile("^<<< (?<words>.*)$");

    @Override
    public List<Attempt> read(Text text) {
        if (!text.has(SECTION) && !text.has(TRANSCRIPT)) {
            return List.of();
        }
        List<Said> transcript = transcript(text);
        List<Attempt> attempts = new ArrayList<>();
        recipients(text)
                .forEach((recipient, reason) ->
                        attempts.add(Attempt.of(Optional.of(recipient), fullest(transcript, reason))));
        return attempts;
    }

    /** Recipients with their reason, which can be empty. */
    private static Map<String, String> recipients(Text text) {
        Map<String, String> found = new LinkedHashMap<>();
        int begin = text.find(SECTION, 0);
        String current = "";
        for (String line : section(text, begin)) {
            Matcher reason = REASON.matcher(line);
            List<String> named = Text.mailboxes(line);
            if (reason.find()) {
                found.replace(current, reason.group("words"));
            } else if (!named.isEmpty() && !line.strip().startsWith("(")) {
                current = named.getFirst();
                found.putIfAbsent(current, "");
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

    private static List<Said> transcript(Text text) {
        List<Said> said = new ArrayList<>();
        Optional<String> host = Optional.empty();
        StringBuilder words = new StringBuilder();
        for (String line :
                text.lines().subList(text.find(TRANSCRIPT, 0), text.lines().size())) {
            Matcher talking = TALKING.matcher(line);
            Matcher spoken = SPOKEN.matcher(line);
            if (spoken.find()) {
                words.append(spoken.group("words")).append('\n');
                continue;
            }
            end(said, host, words);
            host = talking.find() ? Optional.of(talking.group("host")) : host;
        }
        end(said, host, words);
        return said;
    }

    private static void end(List<Said> said, Optional<String> host, StringBuilder words) {
        if (!words.isEmpty()) {
            said.add(new Said(host, Optional.empty(), words.toString().strip(), true));
            words.setLength(0);
        }
    }

    private static Said fullest(List<Said> transcript, String reason) {
        Said best = new Said(Optional.empty(), Optional.empty(), reason, !reason.isEmpty());
        for (Said said : transcript) {
            if (reason.isEmpty() || said.reply().startsWith(reason)) {
                best = said;
            }
        }
        return best;
    }
}
