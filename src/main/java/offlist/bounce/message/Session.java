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
record Session(List<Heard> spoken, List<String> own) {

    /**
     * A reply.
     *
     * @param then sendmail's own line about it, which can name the recipient
     */
    record Heard(Said said, String then) {}

    private static final Pattern OTHER = Pattern.compile("<[^<>\\s]{1,200}@[^<>\\s]{1,253}>\\.\\.\\.");
    private static final Pattern TALKING = Pattern.compile(
            "^(?:\\.{3} ?)?while talking to (?<host>[^\\s:]{1,255}?)\\.?:?\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPOKEN = Pattern.compile("^<<< (?<words>.*)$");

    static Session of(List<String> lines) {
        List<Heard> spoken = new ArrayList<>();
        List<String> own = new ArrayList<>();
        Optional<String> host = Optional.empty();
        List<String> words = new ArrayList<>();
        for (String line : lines) {
            Matcher said = SPOKEN.matcher(line);
            if (said.find()) {
                words.add(said.group("words"));
                continue;
            }
            end(spoken, host, words, line);
            Matcher talking = TALKING.matcher(line);
            host = talking.find() ? Optional.of(talking.group("host")) : host;
            own.add(line);
        }
        end(spoken, host, words, "");
        return new Session(spoken, own);
    }

    private static void end(List<Heard> spoken, Optional<String> host, List<String> words, String then) {
        if (!words.isEmpty()) {
            Said said =
                    new Said(host, Optional.empty(), String.join("\n", words).strip(), true);
            spoken.add(new Heard(said, then));
            words.clear();
        }
    }

    /**
     * The reply that the reason begins; else the last reply, or sendmail's own line about the recipient.
     *
     * @param before how many recipients before this one were refused for the same reason
     * @param alike how many were in all; without a reason, how many recipients there are
     */
    Said about(String recipient, String reason, int before, int alike) {
        if (!reason.isEmpty()) {
            return because(recipient, reason, before, alike)
                    .orElseGet(() -> new Said(Optional.empty(), Optional.empty(), reason, true));
        }
        Optional<Said> naming = spoken.stream()
                .map(Heard::said)
                .filter(said -> names(said.reply(), recipient))
                .reduce((a, b) -> b);
        Optional<Said> last =
                spoken.stream().map(Heard::said).reduce((a, b) -> b).filter(said -> alike == 1);
        return naming.or(() -> last).orElseGet(() -> ownLine(recipient));
    }

    /** Several hosts can say the same: the own line tells whom it was about, or the order does. */
    private Optional<Said> because(String recipient, String reason, int before, int alike) {
        List<Heard> same = spoken.stream()
                .filter(heard -> heard.said().reply().startsWith(reason))
                .toList();
        Optional<Heard> naming =
                same.stream().filter(heard -> names(heard.then(), recipient)).reduce((a, b) -> b);
        Optional<Heard> turn = alike > 1 && before < same.size()
                ? Optional.of(same.get(before))
                : same.stream()
                        .filter(heard -> !OTHER.matcher(heard.then()).find())
                        .reduce((a, b) -> b);
        return naming.or(() -> turn).or(() -> same.stream().reduce((a, b) -> b)).map(Heard::said);
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
