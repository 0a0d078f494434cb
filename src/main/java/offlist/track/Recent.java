package offlist.track;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import offlist.probe.Observation;
import offlist.probe.Pair;

/**
 * The last observations of pairs that were not plainly clean: a few for each, for as many pairs as there is room.
 *
 * <p>Always true:
 *
 * <ol>
 *   <li>refusals and failures have room of their own, so that no number of good answers pushes them out;
 *   <li>a pair of which only clean answers are left is forgotten;
 *   <li>when there is no room, the pair goes first whose last answer was clean, of those the one asked longest ago.
 * </ol>
 *
 * <p>One thread.
 */
public final class Recent {
    static final int EACH = 5;
    static final int PAIRS = 5_000;

    private final int most;
    /** Both in the order of the last observation. */
    private final Map<Pair, Kept> calm = new LinkedHashMap<>();

    private final Map<Pair, Kept> uneasy = new LinkedHashMap<>();

    public Recent() {
        this(PAIRS);
    }

    Recent(int most) {
        this.most = most;
    }

    /** Keeps what is worth it: anything but a clean answer of a pair that nothing else is known of. */
    public void keep(Observation observation) {
        Pair pair = observation.pair();
        Kept before = calm.containsKey(pair) ? calm.remove(pair) : uneasy.remove(pair);
        if (before == null && clean(observation)) {
            return;
        }
        Kept kept = before == null ? new Kept() : before;
        kept.add(observation);
        if (kept.plain()) {
            return;
        }
        (clean(observation) ? calm : uneasy).put(pair, kept);
        if (calm.size() + uneasy.size() > most) {
            dropFirst(calm.isEmpty() ? uneasy : calm);
        }
    }

    private static void dropFirst(Map<Pair, Kept> pairs) {
        Iterator<Kept> first = pairs.values().iterator();
        first.next();
        first.remove();
    }

    private static boolean clean(Observation observation) {
        return observation.verdict().clean();
    }

    /** Newest first. */
    public List<Observation> of(Pair pair) {
        Kept kept = calm.getOrDefault(pair, uneasy.get(pair));
        return kept == null ? List.of() : kept.all();
    }

    private static final class Kept {
        private final Deque<Observation> told = new ArrayDeque<>(EACH + 1);
        private final Deque<Observation> failed = new ArrayDeque<>(EACH + 1);

        void add(Observation observation) {
            Deque<Observation> room = observation.verdict().definite() ? told : failed;
            room.addFirst(observation);
            if (room.size() > EACH) {
                room.removeLast();
            }
        }

        boolean plain() {
            return failed.isEmpty() && told.stream().allMatch(Recent::clean);
        }

        List<Observation> all() {
            return Stream.concat(told.stream(), failed.stream())
                    .sorted(Comparator.comparing(Observation::asked).reversed())
                    .toList();
        }
    }
}
