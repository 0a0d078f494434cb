package offlist.alert;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.pool.PoolName;

/** How the listings of a large message are spread: what a reader wants to know before the first address. Not escaped. */
public record Counts(String label, String words) {
    private static final int MOST = 6;
    private static final int LONGEST_NAME = 60;

    /** By list and by pool, where there is more than one. */
    public static List<Counts> of(Message message) {
        return Stream.of(
                        count(message, "By list", item -> Stream.of(item.facts().name())),
                        count(
                                message,
                                "By pool",
                                item -> item.listing().pools().stream().map(PoolName::value)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Counts> count(Message message, String label, Function<Item.OnList, Stream<String>> names) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Item item : message.items()) {
            if (item instanceof Item.OnList onList) {
                names.apply(onList).forEach(name -> counts.merge(name, 1, Integer::sum));
            }
        }
        return counts.size() < 2 ? List.of() : List.of(new Counts(label, words(counts)));
    }

    private static String words(Map<String, Integer> counts) {
        String largest = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(entry -> SafeText.line(entry.getKey(), LONGEST_NAME) + " " + entry.getValue())
                .collect(Collectors.joining(" · "));
        return largest + (counts.size() > MOST ? " · and " + (counts.size() - MOST) + " more" : "");
    }
}
