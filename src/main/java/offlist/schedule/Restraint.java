package offlist.schedule;

import java.util.concurrent.TimeUnit;

/**
 * How far those are held back who said that they are asked too often: to half the pace each time they say so, and up again
 * a little for each hour of calm.
 *
 * <p>Times are nanoseconds since the epoch. One thread.
 */
public final class Restraint {
    /** What is said within this time of a cut was said of the pace before it. */
    static final long ROUND = TimeUnit.MINUTES.toNanos(10);

    static final long CALM = TimeUnit.HOURS.toNanos(1);
    static final double LEAST = 1.0 / 64;
    private static final double STEP = 0.1;

    private double part = 1;
    private long changed = Long.MIN_VALUE;

    /** Part of the pace that is left, 1 for all of it. */
    public double part() {
        return part;
    }

    /** They said that they are asked too often; returns whether the pace changed. */
    public boolean refused(long now) {
        if (part < 1 && now >= changed && now - changed < ROUND) {
            return false;
        }
        changed = now;
        double before = part;
        part = Math.max(LEAST, part / 2);
        return part != before;
    }

    /**
     * Time passes.
     *
     * @param asking whether they take questions: the calm of those who are not asked proves nothing
     * @return whether the pace changed
     */
    public boolean passes(boolean asking, long now) {
        if (part == 1) {
            return false;
        }
        if (!asking || now < changed) {
            changed = now;
        }
        if (now - changed < CALM) {
            return false;
        }
        changed = now;
        part = Math.min(1, part + STEP);
        return true;
    }
}
