package offlist.track;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import offlist.dns.ResolverId;

/**
 * The other lists behind a resolver are being asked, to learn whose fault it is that one of them failed. Nobody is told
 * before they have answered or the time is over.
 *
 * <p>One thread.
 */
final class Rounds {
    /** Longer than two lost questions and a diagnosis take, short enough for an incident to wait. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private record Round(Instant began, Set<Path> waiting) {
        Instant end() {
            return began.plus(LONGEST);
        }

        /** A clock that was set back ends it. */
        boolean running(Instant now) {
            return !waiting.isEmpty() && !now.isBefore(began) && now.isBefore(end());
        }
    }

    private final Map<ResolverId, Round> rounds = new HashMap<>();

    /** What is asked belongs to the round that is under way, if there is one. */
    void begin(ResolverId resolver, Collection<Path> asked, Instant now) {
        Round round = rounds.get(resolver);
        if (round == null || !round.running(now)) {
            round = new Round(now, new HashSet<>());
            rounds.put(resolver, round);
        }
        round.waiting().addAll(asked);
    }

    void answered(Path path) {
        Round round = rounds.get(path.resolver());
        if (round != null) {
            round.waiting().remove(path);
        }
    }

    void forget(Predicate<Path> which) {
        rounds.values().forEach(round -> round.waiting().removeIf(which));
    }

    boolean running(ResolverId resolver, Instant now) {
        Round round = rounds.get(resolver);
        return round != null && round.running(now);
    }

    /** When the first of those that are running ends at the latest. */
    Optional<Instant> end(Instant now) {
        rounds.values().removeIf(round -> !round.running(now));
        return rounds.values().stream().map(Round::end).min(Comparator.naturalOrder());
    }
}
