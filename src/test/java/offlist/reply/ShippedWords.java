package offlist.reply;

import java.util.List;

/** The replies that the shipped rules are checked with, for tests that are about how replies come to us. */
public final class ShippedWords {
    private ShippedWords() {}

    /** As servers say them; of several lines where they have several. */
    public static List<String> all() {
        return RuleReader.shipped().rules().stream()
                .flatMap(rule -> rule.samples().stream())
                .map(sample -> sample.reply().text())
                .distinct()
                .toList();
    }
}
