package offlist.app;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import offlist.probe.Pair;

/**
 * How often a pair was looked at without an end. Resolvers that contradict each other would else be asked by turns, as
 * fast as they answer, until somebody asks the test points.
 */
final class LooksInARow {
    private static final int MOST_CONTRADICTIONS = 3;

    private final Map<Pair, Integer> rows = new HashMap<>();

    /** Whether the pair may be looked at once more at once, when so many looks that agree are enough. */
    boolean another(Pair pair, int enough) {
        return rows.merge(pair, 1, Integer::sum) <= enough + MOST_CONTRADICTIONS;
    }

    void over(Pair pair) {
        rows.remove(pair);
    }

    void forget(Predicate<Pair> which) {
        rows.keySet().removeIf(which);
    }
}
