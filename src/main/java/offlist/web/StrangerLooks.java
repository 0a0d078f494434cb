package offlist.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import offlist.pool.Target;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.track.ListStatus;

/**
 * What lists say about targets that are in no pool, asked when somebody wants to know and kept for as long as a list's own turn
 * takes: whoever scrapes every half minute asks a list no more often than if the target were in a pool.
 *
 * <p>For several threads.
 */
final class StrangerLooks {
    /** After a look that told nothing. */
    static final Duration AGAIN = Duration.ofMinutes(1);
    /** Looks that are kept, the last ones wanted. */
    static final int MOST_KEPT = 50_000;
    /** Looks under way. With more of them, people who ask for a check would wait. */
    static final int MOST_WAITING = 1_000;
    /** Part of the questions of a day that strangers may use up; the rest is for the pools. */
    private static final double SHARE = 0.9;

    private final Checks checks;
    private final Supplier<Instant> clock;
    private final Map<Pair, Look> looks = new LinkedHashMap<>(16, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Look> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private int waiting;

    StrangerLooks(Checks checks, Supplier<Instant> clock) {
        this.checks = checks;
        this.clock = clock;
    }

    /** The latest look, perhaps still under way; empty where the list may not be asked now and nothing is kept. */
    synchronized Optional<CompletableFuture<Observation>> look(Target target, ListStatus list) {
        Pair pair = new Pair(target, list.list());
        Look kept = looks.get(pair);
        Instant now = clock.get();
        if (kept != null && !kept.stale(now, list.planned())) {
            return Optional.of(kept.answer());
        }
        if (waiting >= MOST_WAITING || !roomFor(list)) {
            return Optional.empty();
        }
        waiting++;
        CompletableFuture<Observation> answer = checks.checkNow(List.of(target), Set.of(list.list()))
                .thenApply(List::getFirst)
                .toCompletableFuture();
        looks.put(pair, new Look(now, answer));
        answer.whenComplete((seen, failure) -> done());
        return Optional.of(answer);
    }

    private synchronized void done() {
        waiting--;
    }

    /** A list that cannot be believed is not asked: it would tell nothing. */
    private static boolean roomFor(ListStatus list) {
        ListStatus.Daily daily = list.daily();
        return list.health().believable() && (!daily.limited() || daily.used() < daily.limit() * SHARE);
    }

    private record Look(Instant asked, CompletableFuture<Observation> answer) {
        boolean stale(Instant now, Duration interval) {
            return answer.isDone() && !now.isBefore(asked.plus(told() ? interval : AGAIN));
        }

        private boolean told() {
            return !answer.isCompletedExceptionally() && answer.join().verdict().definite();
        }
    }
}
