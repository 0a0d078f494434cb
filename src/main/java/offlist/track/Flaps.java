package offlist.track;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import offlist.probe.Pair;

/** The delistings of late, by pair. Held as long as they count, so it grows with what happens and not with pairs. */
final class Flaps {
    /** The pair that was delisted last is the last one. */
    private final Map<Pair, Deque<Instant>> delistings = new LinkedHashMap<>();

    void delisted(Pair pair, Instant at) {
        Deque<Instant> known = delistings.remove(pair);
        Deque<Instant> times = known == null ? new ArrayDeque<>() : known;
        times.addLast(at);
        delistings.put(pair, times);
    }

    /** Whether a listing that opens now is one too many. */
    boolean flapping(Pair pair, Flapping rule, Instant now) {
        forget(now.minus(rule.within()));
        Deque<Instant> times = delistings.getOrDefault(pair, new ArrayDeque<>());
        long within =
                times.stream().filter(at -> inside(at, rule.within(), now)).count();
        return within + 1 >= rule.openings();
    }

    private static boolean inside(Instant at, Duration within, Instant now) {
        return !at.isBefore(now.minus(within));
    }

    private void forget(Instant before) {
        var oldest = delistings.values().iterator();
        while (oldest.hasNext() && oldest.next().getLast().isBefore(before)) {
            oldest.remove();
        }
    }

    int pairs() {
        return delistings.size();
    }
}
