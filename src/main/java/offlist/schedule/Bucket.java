package offlist.schedule;

/**
 * A bucket of tokens that fills at the allowed rate. Times are nanoseconds since the epoch; a clock that is set back fills
 * nothing and takes nothing away.
 *
 * <p>Not for several threads.
 */
final class Bucket {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double most;
    private double tokens;
    private long filled;

    /**
     * @param perSecond questions a second, more than 0; infinite where nothing bounds them
     * @param burst questions that may leave at once
     */
    Bucket(double perSecond, double burst, long now) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a rate is more than 0 a second, not " + perSecond);
        }
        this.perSecond = perSecond;
        this.most = Math.max(1, burst);
        this.tokens = most;
        this.filled = now;
    }

    double perSecond() {
        return perSecond;
    }

    boolean has(long now) {
        fill(now);
        return tokens >= 1;
    }

    /** Takes what is asked; more than there is has to be waited for by those who come next. */
    void take(int questions, long now) {
        fill(now);
        tokens -= questions;
    }

    /** When the next question may leave. */
    long readyAt(long now) {
        fill(now);
        return tokens >= 1 ? now : now + (long) ((1 - tokens) / perSecond * NANOS) + 1;
    }

    private void fill(long now) {
        if (now > filled) {
            tokens = Math.min(most, tokens + (now - filled) / NANOS * perSecond);
        }
        filled = now;
    }
}
