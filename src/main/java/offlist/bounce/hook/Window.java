package offlist.bounce.hook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far a signed time may be from ours: what is older can be a recorded request. */
record Window(Duration width) {
    /** For signatures that are made when a request is sent. */
    static final Window SENT = new Window(Duration.ofMinutes(5));

    /** For times that a request keeps when it is sent again. */
    static final Window MADE = new Window(Duration.ofHours(1));

    boolean holds(Instant signed, Instant now) {
        return Duration.between(signed, now).abs().compareTo(width) <= 0;
    }

    /** Until when something of that time is taken. */
    Instant end(Instant signed) {
        return signed.plus(width);
    }

    /** Seconds since 1970, as headers and forms write them. */
    static Optional<Instant> seconds(String text) {
        return text.matches("\\d{1,10}") ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text))) : Optional.empty();
    }
}
