package offlist.bounce.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Said;

/**
 * What sendmail heard while it talked to several hosts.
 *
 * @param spoken whole replies, in their order
 * @param own sendmail's own lines
 */
record Session(List<Said> spoken, List<String> own) {
    private static final Pattern TALKING = Pattern.compile(
            "^(?:\\.{3} ?)?while talking to (?<host>[^\\s:]{1,255}?)\\.?:?\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPOKEN = Pattern.compile("^<<< (?<words>.*)$");

    static Session of(List<String> lines) {
        List<Said> spoken = new ArrayList<>();
        List<String> own = new ArrayList<>();
        Optional<String> host = Optional.empty();
        List<String> words = new ArrayList<>();
        for (String line : lines) {
            Matcher said = SPOKEN.matcher(line);
            if (said.find()) {
                words.add(said.group("words"));
                continue;
            }
            end(spoken, host, words);
            Matcher talking = TALKING.matcher(line);
            host = talking.find() ? Optional.of(talking.group("host")) : host;
            own.add(line);
        }
        end(spoken, host, words);
        return new Session(spoken, own);
    }

    private static void end(List<Said> spoken, Optional<String> host, List<String> words) {
        if (!words.isEmpty()) {
            spoken.add(new Said(host, Optional.empty(), String.join("\n", words).strip(), true));
            words.clear();
        }
    }

    /** The reply that the reason begins; else the last reply, or sendmail's own line about the recipient. */
    Said about(String recipient, String reason, int recipients) {
        if (!reason.isEmpty()) {
            return spoken.stream()
                    .filter(said -> said.reply().startsWith(reason))
                    .reduce((earlier, later) -> later)
                    .orElseGet(() -> new Said(Optional.empty(), Optional.empty(), reason, true));
        }
        Optional<Said> naming =
                spoken.stream().filter(said -> names(said.reply(), recipient)).reduce((a, b) -> b);
        Optional<Said> last = spoken.stream().reduce((earlier, later) -> later).filter(said -> recipients == 1);
        return naming.or(() -> last).orElseGet(() -> ownLine(recipient));
    }

    private Said ownLine(String recipient) {
        String line = own.stream()
                .filter(o -> names(o, recipient) && !o.startsWith(">>>"))
                .findFirst()
                .or(() -> own.stream().skip(1).filter(o -> !o.isBlank()).findFirst())
                .orElse("");
        return new Said(Optional.empty(), Optional.empty(), line.strip(), false);
    }

    private static boolean names(String line, String recipient) {
        return line.toLowerCase(Locale.ROOT).contains(recipient.toLowerCase(Locale.ROOT));
    }
}
