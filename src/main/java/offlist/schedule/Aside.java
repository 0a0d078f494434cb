package offlist.schedule;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Questions set aside for those who must ask at once and on another thread, such as the proof of an empty answer: they are
 * counted when they are set aside, so before they are asked.
 *
 * <p>Any thread may {@link #take}; {@link #fill} belongs to the thread of the budget.
 */
public final class Aside {
    private static final int MOST = 10;
    private static final int A_LIMIT = 1_000;

    private final AtomicInteger left = new AtomicInteger();
    private long filled = Long.MIN_VALUE;

    /** Takes the right to ask once, if there is one. */
    public boolean take() {
        return left.getAndUpdate(now -> Math.max(0, now - 1)) > 0;
    }

    /** Sets aside what has been used, and gives back what nobody wanted, so that each question counts at its own time. */
    void fill(Budget budget, long now) {
        if (Math.floorDiv(now, Allowance.SLOT) != Math.floorDiv(filled, Allowance.SLOT)) {
            budget.giveBack(left.getAndSet(0), filled);
            filled = now;
        }
        int missing = size(budget) - left.get();
        if (missing > 0 && budget.reserve(Spend.URGENT, missing, now)) {
            left.addAndGet(missing);
        }
    }

    /** Few, so that a list with a small limit has most of it for its turns. */
    private static int size(Budget budget) {
        return Math.clamp(budget.limit() / A_LIMIT, 1, MOST);
    }
}
