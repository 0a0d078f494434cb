package offlist.alert.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Keeps calls for one channel apart: Slack takes about one message a second, and 50 changes a minute. Threads share it. */
public final class SlackPace {
    private static final Duration APART = Duration.ofMillis(1200);

    private final InstantSource clock;
    private final Consumer<Duration> sleep;
    private final Map<String, Instant> free = new ConcurrentHashMap<>();

    /** @param sleep lets the thread that asks wait; it is the receiver's own */
    public SlackPace(InstantSource clock, Consumer<Duration> sleep) {
        this.clock = clock;
        this.sleep = sleep;
    }

    /** Waits until it is this call's turn. */
    void await(String channel) {
        Instant now = clock.instant();
        Instant next =
                free.merge(channel, now.plus(APART), (known, fresh) -> known.isBefore(now) ? fresh : known.plus(APART));
        Duration wait = Duration.between(now, next.minus(APART));
        if (wait.isPositive()) {
            sleep.accept(wait);
        }
    }
}
