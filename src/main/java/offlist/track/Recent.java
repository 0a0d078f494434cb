package offlist.track;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offlist.probe.Observation;
import offlist.probe.Pair;

/** The last observations of pairs that were not plainly clean: a few for each, for as many pairs as there is room. */
public final class Recent {
    private static final int EACH = 5;
    private static final int PAIRS = 5_000;

    private final Map<Pair, Deque<Observation>> observations = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Deque<Observation>> eldest) {
            return size() > PAIRS;
        }
    };

    public void keep(Observation observation) {
        Deque<Observation> kept = observations.computeIfAbsent(observation.pair(), pair -> new ArrayDeque<>());
        kept.addFirst(observation);
        if (kept.size() > EACH) {
            kept.removeLast();
        }
    }

    /** Whether anything of the pair is kept. */
    public boolean knows(Pair pair) {
        return observations.containsKey(pair);
    }

    /** Newest first. */
    public List<Observation> of(Pair pair) {
        return List.copyOf(observations.getOrDefault(pair, new ArrayDeque<>()));
    }
}
