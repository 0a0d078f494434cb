package offlist.dns;

import java.time.Duration;

/** Times to live from outside, made sane. */
final class Ttl {
    /** Longer ones are somebody's mistake; nothing here is believed for more than a day. */
    static final Duration LONGEST = Duration.ofDays(1);

    private Ttl() {}

    /** RFC 2181 section 8: with the highest bit set a time to live is zero. */
    static Duration shorter(Duration one, long seconds) {
        long sane = seconds < 0 || seconds > Integer.MAX_VALUE ? 0 : seconds;
        return sane < one.toSeconds() ? Duration.ofSeconds(sane) : one;
    }
}
