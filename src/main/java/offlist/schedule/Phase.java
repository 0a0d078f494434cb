package offlist.schedule;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Where in its turn a rotor stands when it starts, so that a thousand daemons that start at the same second, or at the
 * same minute of the night, do not ask a public list at the same second.
 *
 * @param delay before the first turn, nanoseconds
 * @param pause part of an interval between the beginnings of the first turn and the first even one, at most 1
 */
record Phase(long delay, double pause) {
    /** At once, and then at the interval: for lists that are the user's own. */
    static final Phase NONE = new Phase(0, 1);

    private static final long LONGEST_DELAY = TimeUnit.SECONDS.toNanos(5);
    /** Short, so that the first even turn does not come late to those at its end. */
    private static final double LONGEST_PAUSE = 0.1;

    static Phase random(RandomGenerator random) {
        return new Phase(random.nextLong(LONGEST_DELAY), random.nextDouble() * LONGEST_PAUSE);
    }
}
