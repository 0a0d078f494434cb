package offlist.bounce.intake;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** When to try again what fails: after a while that doubles with each failure, up to a longest. One thread. */
final class BackOff {
    private final InstantSource clock;
    private final Duration longest;
    private final Duration first;
    private Duration pause;
    private Instant next = Instant.MIN;
    private @Nullable IOException last;

    BackOff(InstantSource clock, Duration first, Duration longest) {
        this.clock = clock;
        this.first = first;
        this.pause = first;
        this.longest = longest;
    }

    /** @throws IOException the last failure, while it is too early to try again */
    void check() throws IOException {
        if (last != null && clock.instant().isBefore(next)) {
            throw last;
        }
    }

    /** Waits from now; returns the failure, to be thrown. */
    IOException failed(IOException why) {
        next = clock.instant().plus(pause);
        pause = pause.multipliedBy(2).compareTo(longest) > 0 ? longest : pause.multipliedBy(2);
        last = why;
        return why;
    }

    void works() {
        pause = first;
        last = null;
    }
}
