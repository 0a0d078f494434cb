package offlist.pool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The different sets of pools that targets are in, each kept once and known by its number. */
final class PoolNames {
    private final List<SortedSet<PoolName>> sets = new ArrayList<>();
    private final Map<SortedSet<PoolName>, Integer> numbers = new HashMap<>();

    int number(SortedSet<PoolName> pools) {
        Integer known = numbers.get(pools);
        if (known != null) {
            return known;
        }
        SortedSet<PoolName> copy = Collections.unmodifiableSortedSet(new TreeSet<>(pools));
        numbers.put(copy, sets.size());
        sets.add(copy);
        return sets.size() - 1;
    }

    int number(PoolName pool) {
        return number(new TreeSet<>(List.of(pool)));
    }

    /** The same set with one pool more. */
    int with(int number, PoolName pool) {
        TreeSet<PoolName> more = new TreeSet<>(sets.get(number));
        more.add(pool);
        return number(more);
    }

    /** For each number of another table the number here. */
    int[] numbers(PoolNames other) {
        return other.sets.stream().mapToInt(this::number).toArray();
    }

    SortedSet<PoolName> set(int number) {
        return sets.get(number);
    }

    int size() {
        return sets.size();
    }
}
