package offlist.schedule;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Time as nanoseconds since the epoch: it is compared and moved on with every check, without an object each time. */
final class Nanos {
    static final long NEVER = Long.MIN_VALUE;

    private Nanos() {}

    static long of(Instant time) {
        return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }
}
