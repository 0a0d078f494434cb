package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import offlist.journal.Journal;
import offlist.track.Event;
import org.jboss.logging.Logger;

/**
 * Commits what happened, in order, and tells when it stands. While the store fails everything waits here and nothing is
 * told; the events keep their ids, so a commit whose outcome is not known can be repeated.
 */
final class Ledger {
    private static final Logger LOG = Logger.getLogger(Ledger.class);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Journal journal;
    private final Consumer<Event> settled;
    private final Deque<Batch> owed = new ArrayDeque<>();
    private Duration wait = SHORTEST_WAIT;
    private Instant retryAt = Instant.MIN;

    private record Batch(List<? extends Event> events, Runnable afterwards) {}

    /** @param settled hears each event as soon as the journal holds it */
    Ledger(Journal journal, Consumer<Event> settled) {
        this.journal = journal;
        this.settled = settled;
    }

    void commit(List<? extends Event> events, Instant now) {
        commit(events, () -> {}, now);
    }

    /** @param afterwards runs when all of the events stand */
    void commit(List<? extends Event> events, Runnable afterwards, Instant now) {
        if (events.isEmpty()) {
            afterwards.run();
            return;
        }
        owed.add(new Batch(List.copyOf(events), afterwards));
        if (owed.size() == 1) {
            work(now);
        }
    }

    /** Whether everything stands. */
    boolean idle() {
        return owed.isEmpty();
    }

    Optional<Instant> nextAt() {
        return owed.isEmpty() ? Optional.empty() : Optional.of(retryAt);
    }

    void step(Instant now) {
        if (!owed.isEmpty() && !retryAt.isAfter(now)) {
            work(now);
        }
    }

    private void work(Instant now) {
        while (!owed.isEmpty()) {
            Batch batch = owed.getFirst();
            try {
                journal.commit(batch.events());
            } catch (RuntimeException e) {
                failed(e, now);
                return;
            }
            recovered();
            owed.removeFirst();
            batch.events().forEach(event -> guarded(() -> settled.accept(event)));
            guarded(batch.afterwards());
        }
    }

    /** The batch stands: whoever hears of it and fails must not bring it back or keep the others waiting. */
    private static void guarded(Runnable hearing) {
        try {
            hearing.run();
        } catch (RuntimeException e) {
            LOG.error("a mistake of ours in hearing of an event that is recorded", e);
        }
    }

    private void failed(RuntimeException e, Instant now) {
        if (wait.equals(SHORTEST_WAIT)) {
            LOG.errorf("cannot record what happened, trying again until it works: %s", e.getMessage());
        }
        retryAt = now.plus(wait);
        Duration twice = wait.multipliedBy(2);
        wait = twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
    }

    private void recovered() {
        if (!wait.equals(SHORTEST_WAIT)) {
            LOG.info("recording works again, nothing was lost");
            wait = SHORTEST_WAIT;
        }
    }
}
