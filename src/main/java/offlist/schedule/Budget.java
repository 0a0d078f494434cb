package offlist.schedule;

import java.time.Duration;
import java.time.Instant;

/** How fast a list may be asked, all its lanes together: a bucket of tokens that fills at the allowed rate. */
final class Budget {
    private final double perSecond;
    private final double most;
    private double tokens;
    private Instant filled;

    /**
     * @param perSecond questions a second, more than 0
     * @param burst questions that may leave at once
     */
    Budget(double perSecond, double burst, Instant now) {
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

    /** Takes the right to ask once, if there is one. */
    boolean take(Instant now) {
        fill(now);
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }

    /** When the next question may leave. */
    Instant readyAt(Instant now) {
        fill(now);
        return tokens >= 1 ? now : now.plusNanos((long) ((1 - tokens) / perSecond * 1e9) + 1);
    }

    private void fill(Instant now) {
        double seconds = Duration.between(filled, now).toNanos() / 1e9;
        // A clock that was set back fills nothing and takes nothing away.
        tokens = Math.min(most, tokens + Math.max(0, seconds) * perSecond);
        filled = now;
    }
}
