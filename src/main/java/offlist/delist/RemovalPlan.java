package offlist.delist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a target comes off a list.
 *
 * @param steps in order, at least one
 * @param warnings such as "do not pay"
 * @param typicalTime in words, empty when nothing is known
 * @param cooldown how long to wait before asking again, in words, empty when nothing is known
 * @param expires when the entry goes by itself at the earliest, if its cause is gone
 */
public record RemovalPlan(
        List<TaskStep> steps,
        List<String> warnings,
        Actor actor,
        String typicalTime,
        String cooldown,
        Optional<Instant> expires,
        Terms terms) {
    /**
     * What can be reckoned with.
     *
     * @param pause a second request sooner than this after the first is refused, or makes it worse
     * @param usual the long end of the usual time from a request to the removal
     */
    public record Terms(Optional<Duration> pause, Optional<Duration> usual) {
        public static final Terms NONE = new Terms(Optional.empty(), Optional.empty());
    }

    /** Where nobody knows how long a list takes, a week is long enough to ask what became of it. */
    private static final Duration USUAL = Duration.ofDays(7);
    /** An entry goes with the first question after its time, and lists are not that exact. */
    private static final Duration GRACE = Duration.ofDays(1);
    /** A list that lets go has to publish it, and has to be asked about it and believed. */
    private static final Duration SEEN = Duration.ofHours(6);

    public RemovalPlan {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a plan has a step");
        }
    }

    /** When a list that is asked now should be seen to have let go. */
    Instant due(Instant asked) {
        return asked.plus(terms.usual().orElse(USUAL)).plus(SEEN);
    }

    /** When an entry that goes by itself should have gone; empty where nobody says how long that takes. */
    Optional<Instant> gone(Instant openedAt) {
        return expires.or(() -> terms.usual().map(openedAt::plus)).map(at -> at.plus(GRACE));
    }
}
