package offlist.bounce.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A conversation as several servers print it: what the other side said stands behind {@code <<<} or {@code <--}. */
final class Transcript {
    private static final Pattern SPOKEN = Pattern.compile("^(?:[^<>]{0,80}\\s)?<(?:<<|--) ?(?<words>.*)$");
    private static final Pattern REFUSAL = Pattern.compile("^[45]\\d\\d(?:[ -]|$)");

    private Transcript() {}

    /** The last whole reply that refuses; empty if the other side refused nothing. */
    static String spoken(List<String> lines) {
        List<String> last = List.of();
        List<String> now = new ArrayList<>();
        for (String line : lines) {
            Matcher spoken = SPOKEN.matcher(line);
            if (spoken.find() && belongs(now, spoken.group("words"))) {
                now.add(spoken.group("words").strip());
                last = List.copyOf(now);
            } else if (!now.isEmpty()) {
                now.clear();
            }
        }
        return String.join("\n", last);
    }

    /** A reply begins with its code; what follows it on the other side's lines belongs to it. */
    private static boolean belongs(List<String> now, String words) {
        return !now.isEmpty() || REFUSAL.matcher(words).find();
    }
}
