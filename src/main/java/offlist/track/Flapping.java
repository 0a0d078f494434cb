package offlist.track;

import java.time.Duration;

/**
 * When a pair comes and goes too often to be told each time. With {@code openings - 1} delistings behind it within the
 * time, a listing opens as flapping; it closes only after {@code calm} without a listed answer, so everybody hears of
 * it once. That the target left the pool or the list was dropped is no delisting.
 *
 * @param openings the opening that makes it flapping, at least 2
 * @param within the time in which they count
 * @param calm how long the list has to say "not listed" before a flapping listing closes
 */
public record Flapping(int openings, Duration within, Duration calm) {
    public static final Flapping DEFAULT = new Flapping(3, Duration.ofHours(24), Duration.ofHours(1));

    public Flapping {
        if (openings < 2 || within.isNegative() || calm.isNegative()) {
            throw new IllegalArgumentException(
                    "no flapping with " + openings + " openings in " + within + ", calm " + calm);
        }
    }
}
