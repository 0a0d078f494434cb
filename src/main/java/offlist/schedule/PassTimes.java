package offlist.schedule;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * When each part of a ring was last passed, in fixed memory however long the ring is: neighbouring slots share a mark
 * that holds the time of the first of them, so an age is never told too young.
 */
final class PassTimes {
    private static final int MARKS = 1024;
    private static final long NEVER = Long.MIN_VALUE;

    private final long[] marks = new long[MARKS];
    private int shift;
    private int current = -1;
    private long beforeCurrent = NEVER;

    PassTimes() {
        Arrays.fill(marks, NEVER);
    }

    /** Slots are passed in ascending order; slot 0 begins a new turn. */
    void passed(int slot, long now) {
        while (slot >> shift >= MARKS) {
            widen();
        }
        int mark = slot >> shift;
        if (mark != current || slot == 0) {
            current = mark;
            beforeCurrent = marks[mark];
            marks[mark] = now;
        }
    }

    /** When the slot was last passed, given the slot that comes next. */
    Optional<Instant> lastPassed(int slot, int next) {
        int mark = slot >> shift;
        if (mark >= MARKS) {
            return Optional.empty();
        }
        boolean stillToCome = mark == current && slot >= next && next >> shift == mark;
        return instant(stillToCome ? beforeCurrent : marks[mark]);
    }

    /** When the slot that was passed longest ago was passed; empty before the first turn is complete. */
    Optional<Instant> oldest(int slots, int next) {
        long oldest = Long.MAX_VALUE;
        int last = slots - 1 >> shift;
        for (int mark = 0; mark <= Math.min(last, MARKS - 1); mark++) {
            oldest = Math.min(oldest, marks[mark]);
        }
        boolean inside = current >= 0 && next >> shift == current && next < slots;
        oldest = inside ? Math.min(oldest, beforeCurrent) : oldest;
        return slots == 0 || last >= MARKS ? Optional.empty() : instant(oldest);
    }

    private void widen() {
        for (int mark = 0; mark < MARKS / 2; mark++) {
            marks[mark] = Math.min(marks[2 * mark], marks[2 * mark + 1]);
        }
        Arrays.fill(marks, MARKS / 2, MARKS, NEVER);
        current = current < 0 ? current : current / 2;
        shift++;
    }

    private static Optional<Instant> instant(long nanos) {
        return nanos == NEVER || nanos == Long.MAX_VALUE ? Optional.empty() : Optional.of(Nanos.instant(nanos));
    }
}
