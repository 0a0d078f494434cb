package offlist.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import offlist.pool.Target;

/**
 * Walks the ring at an even pace, one full turn per interval, so that there are no bursts and the pace is the rate limit.
 * It stands still when nobody asks it for the next slot, and then goes on where it stood, without catching up.
 *
 * <p>Not for several threads; times in nanoseconds since the epoch.
 */
final class Rotor {
    static final int NONE = -1;
    /** Lateness that is made up for, as a busy machine has it. What is beyond is lost: a burst would not bring it back. */
    private static final long SLACK = TimeUnit.MILLISECONDS.toNanos(50);

    private final Ring ring;
    private final PassTimes times = new PassTimes();
    private long interval;
    private int next;
    private long due;
    private long turnBegan = Nanos.NEVER;
    private long lastTurn = Nanos.NEVER;
    /** A turn at the highest pace is wanted, and begins with the next step wherever the rotor stands. */
    private boolean hurryWanted = true;
    /** Slots that are left of such a turn. */
    private int hurryLeft;

    private long hurryBegan;
    private final Phase phase;
    private long begins;

    /** The first turn is made at once at the highest pace the lane allows. */
    Rotor(Ring ring, Duration interval, long now) {
        this(ring, interval, Phase.NONE, now);
    }

    /** The first turn is made at the highest pace the lane allows. */
    Rotor(Ring ring, Duration interval, Phase phase, long now) {
        this.ring = ring;
        this.phase = phase;
        this.begins = now + phase.delay();
        this.interval = interval.toNanos();
        this.due = now;
        this.hurryBegan = now;
    }

    void interval(Duration interval) {
        this.interval = interval.toNanos();
    }

    /**
     * Makes the next turn at the highest pace the lane allows. It goes on from where the rotor stands: who comes often
     * would else keep it among the first slots for ever.
     */
    void hurry() {
        hurryWanted = true;
    }

    /** When the next slot may be asked. */
    long due(long now) {
        return hurrying() ? begins(now) : wellSet(now);
    }

    private long begins(long now) {
        return begins > now + phase.delay() ? now : Math.max(now, begins);
    }

    /** A clock that was set back must not stop the checks until it has caught up. */
    private long wellSet(long now) {
        return due > now + interval ? now : due;
    }

    /** The next slot with a target in it when its time has come, else {@link #NONE}; passes free slots on the way. */
    int next(long now) {
        int slots = ring.slots();
        if (ring.size() == 0 || due(now) > now) {
            return NONE;
        }
        for (int passed = 0; passed < slots; passed++) {
            int slot = step(slots, now);
            if (ring.taken(slot)) {
                return slot;
            }
        }
        return NONE;
    }

    private int step(int slots, long now) {
        if (hurryWanted) {
            hurryWanted = false;
            hurryLeft = slots;
            hurryBegan = now;
        }
        if (next >= slots) {
            next = 0;
        }
        if (next == 0) {
            turnBegan = now;
        }
        int slot = next++;
        times.passed(slot, now);
        long following = wellSet(now) + interval / slots;
        due = following < now - SLACK ? now : following;
        if (next == slots && turnBegan != Nanos.NEVER) {
            lastTurn = now - turnBegan;
        }
        if (hurryLeft > 0 && --hurryLeft == 0) {
            endHurry(now);
        }
        return slot;
    }

    /** The first even turn keeps the interval between two questions about the same target, or comes sooner by its phase. */
    private void endHurry(long now) {
        due = Math.max(now, hurryBegan + (long) (interval * phase.pause()));
    }

    boolean hurrying() {
        return hurryWanted || hurryLeft > 0;
    }

    /** Whether such a turn is still to begin, so that it will come by everybody who is here by then. */
    boolean hurryAhead() {
        return hurryWanted;
    }

    /** How long the last full turn took. */
    Optional<Duration> lastTurn() {
        return lastTurn == Nanos.NEVER ? Optional.empty() : Optional.of(Duration.ofNanos(lastTurn));
    }

    Optional<Instant> lastPassed(Target target) {
        int slot = ring.slot(target);
        return slot < 0 ? Optional.empty() : times.lastPassed(slot, next);
    }

    Optional<Instant> oldest() {
        return times.oldest(ring.slots(), next);
    }
}
