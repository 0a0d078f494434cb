package offlist.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import offlist.pool.Target;

/**
 * Walks the ring at an even pace, one full turn per interval, so that there are no bursts and the pace is the rate limit.
 * It stands still when nobody asks it for the next target, and then goes on where it stood, without catching up.
 *
 * <p>Not for several threads.
 */
final class Rotor {
    private final Ring ring;
    private final PassTimes times = new PassTimes();
    private Duration interval;
    private int next;
    private Instant due;
    private Optional<Instant> turnBegan = Optional.empty();
    private Optional<Duration> lastTurn = Optional.empty();
    /** A turn at the highest pace is wanted, and begins with the next step wherever the rotor stands. */
    private boolean hurryWanted = true;
    /** Slots that are left of such a turn. */
    private int hurryLeft;

    private Instant hurryBegan;

    /** The first turn is made at the highest pace the lane allows. */
    Rotor(Ring ring, Duration interval, Instant now) {
        this.ring = ring;
        this.interval = interval;
        this.due = now;
        this.hurryBegan = now;
    }

    void interval(Duration interval) {
        this.interval = interval;
    }

    /**
     * Makes the next turn at the highest pace the lane allows. It goes on from where the rotor stands: who comes often
     * would else keep it among the first slots for ever.
     */
    void hurry() {
        hurryWanted = true;
    }

    /** When the next target may be asked. */
    Instant due(Instant now) {
        return hurrying() ? now : wellSet(now);
    }

    /** A clock that was set back must not stop the checks until it has caught up. */
    private Instant wellSet(Instant now) {
        return due.isAfter(now.plus(interval)) ? now : due;
    }

    /** The next target when its time has come; passes free slots on the way. */
    Optional<Target> next(Instant now) {
        int slots = ring.slots();
        if (ring.size() == 0 || due(now).isAfter(now)) {
            return Optional.empty();
        }
        for (int passed = 0; passed < slots; passed++) {
            Optional<Target> target = step(slots, now);
            if (target.isPresent()) {
                return target;
            }
        }
        return Optional.empty();
    }

    private Optional<Target> step(int slots, Instant now) {
        if (hurryWanted) {
            hurryWanted = false;
            hurryLeft = slots;
            hurryBegan = now;
        }
        if (next >= slots) {
            next = 0;
        }
        if (next == 0) {
            beginTurn(now);
        }
        int slot = next++;
        times.passed(slot, now);
        Duration pace = interval.dividedBy(slots);
        // Late by more than one step: the time is lost, a burst would not bring it back.
        Instant following = wellSet(now).plus(pace);
        due = following.isBefore(now.minus(pace)) ? now : following;
        if (next == slots) {
            lastTurn = turnBegan.map(began -> Duration.between(began, now));
        }
        if (hurryLeft > 0 && --hurryLeft == 0) {
            endHurry(now);
        }
        return ring.at(slot);
    }

    private void beginTurn(Instant now) {
        turnBegan = Optional.of(now);
    }

    /** The first even turn keeps the interval between two questions about the same target. */
    private void endHurry(Instant now) {
        due = hurryBegan.plus(interval);
        due = due.isBefore(now) ? now : due;
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
        return lastTurn;
    }

    Optional<Instant> lastPassed(Target target) {
        return ring.slotOf(target).flatMap(slot -> times.lastPassed(slot, next));
    }

    Optional<Instant> oldest() {
        return times.oldest(ring.slots(), next);
    }
}
