package offlist.track;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import offlist.probe.Observation;
import offlist.probe.Pair;

/**
 * The last numbers that lists gave. What a list has no number for has no entry: no data is not zero, nor what it was
 * before. It grows with the targets that the few lists with numbers know. One thread.
 */
final class ScoreBook {
    private final Map<Pair, PairScore> scores = new HashMap<>();

    /** Takes a definite observation. */
    void take(Observation seen) {
        Pair pair = seen.pair();
        if (seen.verdict().score().isPresent()) {
            scores.put(pair, new PairScore(pair, seen.verdict().score().getAsInt(), seen.asked()));
        } else {
            scores.remove(pair);
        }
    }

    void forget(Predicate<Pair> which) {
        scores.keySet().removeIf(which);
    }

    Optional<PairScore> of(Pair pair) {
        return Optional.ofNullable(scores.get(pair));
    }

    /** All of them, a copy. */
    List<PairScore> all() {
        return List.copyOf(scores.values());
    }
}
