package offlist.app;

import java.time.Instant;
import offlist.schedule.Lane;
import offlist.track.HealthBook;
import offlist.track.Path;

/**
 * What comes of the questions that one lane asked by the short way. A plain no about a target of which nothing is held
 * touches counters and nothing else; all the rest goes on by the long way. On the monitor's thread.
 */
final class Swept {
    private final Lane lane;
    private final Path path;
    private final HealthBook health;
    private final Observer observer;
    private boolean over;

    Swept(Lane lane, Path path, HealthBook health, Observer observer) {
        this.lane = lane;
        this.path = path;
        this.health = health;
        this.observer = observer;
    }

    /** The list is not asked this way any more: what still comes counts for nothing. */
    void end() {
        over = true;
    }

    /**
     * The list does not know the target in a slot.
     *
     * @param took nanoseconds
     * @return false when somebody has to look at the answer
     */
    boolean clean(int slot, long took) {
        if (over) {
            return true;
        }
        if (lane.attended(slot)) {
            return false;
        }
        lane.swept();
        health.answered(path);
        observer.clean(path, took);
        return true;
    }

    /** Whether the list may be asked once more at once; that is counted here. */
    boolean spare(Instant now) {
        return !over && lane.spare(now);
    }

    /** An answer of another kind, or none: it comes to the monitor as to any other question. */
    void goesOn() {
        lane.goesOn();
    }
}
