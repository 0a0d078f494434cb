package offlist.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A time on a page.
 *
 * @param iso for programs
 * @param full for the title: date and time in UTC
 * @param ago how long before the page was made: {@code 3 h ago}; {@code in 2 d} when it is still to come
 */
public record When(String iso, String full, String ago) {
    private static final Duration JUST_NOW = Duration.ofSeconds(3);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static When of(Instant at, Instant now) {
        return new When(at.truncatedTo(ChronoUnit.SECONDS).toString(), FULL.format(at), relative(at, now));
    }

    private static String relative(Instant at, Instant now) {
        Duration distance = Duration.between(at, now);
        if (distance.abs().compareTo(JUST_NOW) < 0) {
            // What a page was made of may be a moment older than what it tells.
            return "just now";
        }
        return distance.isNegative() ? "in " + words(distance.negated()) : words(distance) + " ago";
    }

    /** One unit is enough to act on: seconds, minutes, hours up to two days, then days. */
    static String words(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 2 * 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }
}
