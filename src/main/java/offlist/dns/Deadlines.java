package offlist.dns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The pending queries by the tick in which they time out. As many ticks as the longest time-out has, so the tree stays
 * small however many queries there are.
 */
final class Deadlines {
    /** About 4 ms: a time-out may come that much late, never early. */
    private static final int TICK_BITS = 22;

    private final TreeMap<Long, Set<PendingQuery>> byTick = new TreeMap<>();

    void add(PendingQuery query) {
        byTick.computeIfAbsent(tick(query), key -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(query);
    }

    void remove(PendingQuery query) {
        Set<PendingQuery> same = byTick.get(tick(query));
        if (same != null && same.remove(query) && same.isEmpty()) {
            byTick.remove(tick(query));
        }
    }

    /** Takes out what is over. */
    List<PendingQuery> expired(long now) {
        Map<Long, Set<PendingQuery>> over = byTick.headMap(now >> TICK_BITS, true);
        List<PendingQuery> queries = new ArrayList<>();
        over.values().forEach(queries::addAll);
        over.clear();
        return queries;
    }

    /** Milliseconds a selector may wait; 0 means for ever, as selectors have it. */
    long waitMillis(long now) {
        if (byTick.isEmpty()) {
            return 0;
        }
        long wait = (byTick.firstKey() << TICK_BITS) - now;
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(wait) + 1);
    }

    List<PendingQuery> drain() {
        return expired(Long.MAX_VALUE);
    }

    private static long tick(PendingQuery query) {
        return (query.deadline >> TICK_BITS) + 1;
    }
}
