package offlist.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When to try again: doubling from 5 s up to 10 min, spread so that receivers do not meet. */
public final class Backoff {
    /** A weekend and a bit: somebody has looked by then, and an older message helps nobody. */
    public static final Duration GIVE_UP_AFTER = Duration.ofHours(72);

    public static final Duration LONGEST = Duration.ofMinutes(10);
    /** Who asks for more is asked once a day all the same. */
    static final Duration LONGEST_ASKED = Duration.ofHours(24);

    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final int DOUBLINGS = 7;

    private final RandomGenerator random;

    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** Between half and all of the doubled time, unless the receiver asked for more. */
    public Duration after(int failures, Optional<Duration> asked) {
        long doubled = SHORTEST.toMillis() << Math.min(Math.max(failures - 1, 0), DOUBLINGS);
        long cap = Math.min(doubled, LONGEST.toMillis());
        Duration own = Duration.ofMillis(cap / 2 + random.nextLong(cap / 2 + 1));
        return asked.filter(wish -> wish.compareTo(own) > 0)
                .map(wish -> wish.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : wish)
                .orElse(own);
    }

    /** Whether it is time to give up. */
    public static boolean tooOld(Instant madeAt, Instant now) {
        return now.isAfter(madeAt.plus(GIVE_UP_AFTER));
    }
}
