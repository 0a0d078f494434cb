package offlist.track;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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

    /** @param asked everything that was, as nothing is asked twice in a round */
    private record Round(Instant began, Set<Path> asked, Set<Path> waiting) {
        Instant end() {
            return began.plus(LONGEST);
        }

        boolean running(Instant now) {
            return !waiting.isEmpty() && lasts(now);
        }

        /** A clock that was set back ends it. */
        boolean lasts(Instant now) {
            return !now.isBefore(began) && now.isBefore(end());
        }
    }

    /** A list that comes and goes must not make all others be asked each time. */
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Map<ResolverId, Round> rounds = new HashMap<>();
    private final Map<Path, Instant> begunBy = new HashMap<>();

    /**
     * What is asked belongs to the round that is under way, if there is one.
     *
     * @param by the path that turned bad
     * @return those of the wanted that are to be asked now, as they were not asked in this round yet; none when the same
     *     path made them be asked a moment ago
     */
    List<Path> begin(Path by, Collection<Path> wanted, Instant now) {
        Instant last = begunBy.get(by);
        if (last != null && !now.isBefore(last) && now.isBefore(last.plus(BETWEEN))) {
            return List.of();
        }
        begunBy.put(by, now);
        ResolverId resolver = by.resolver();
        Round round = rounds.get(resolver);
        if (round == null || !round.lasts(now)) {
            round = begun(resolver, now);
        }
        round.asked().add(by);
        List<Path> asked = wanted.stream().filter(round.asked()::add).toList();
        round.waiting().addAll(asked);
        return asked;
    }

    /** One that was ill is well: those that are ill are asked, whatever was asked before. */
    List<Path> anew(ResolverId resolver, Collection<Path> wanted, Instant now) {
        Round round = rounds.get(resolver);
        if (round == null || !round.running(now)) {
            round = begun(resolver, now);
        }
        round.asked().addAll(wanted);
        round.waiting().addAll(wanted);
        return List.copyOf(wanted);
    }

    private Round begun(ResolverId resolver, Instant now) {
        Round round = new Round(now, new HashSet<>(), new HashSet<>());
        rounds.put(resolver, round);
        return round;
    }

    void answered(Path path) {
        Round round = rounds.get(path.resolver());
        if (round != null) {
            round.waiting().remove(path);
        }
    }

    void forget(Predicate<Path> which) {
        rounds.values().forEach(round -> round.waiting().removeIf(which));
        begunBy.keySet().removeIf(which);
    }

    boolean running(ResolverId resolver, Instant now) {
        Round round = rounds.get(resolver);
        return round != null && round.running(now);
    }

    /** When the first of those that are running ends at the latest. */
    Optional<Instant> end(Instant now) {
        rounds.values().removeIf(round -> !round.lasts(now));
        return rounds.values().stream()
                .filter(round -> round.running(now))
                .map(Round::end)
                .min(Comparator.naturalOrder());
    }
}
