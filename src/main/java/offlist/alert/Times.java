package offlist.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times for people. */
public final class Times {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Times() {}

    public static String utc(Instant instant) {
        return UTC.format(instant);
    }

    /** The two largest units: {@code 3 h 12 min}, {@code 4 d 2 h}, {@code 35 s}. */
    public static String words(Duration duration) {
        Duration d = duration.isNegative() ? Duration.ZERO : duration;
        if (d.toDays() > 0) {
            return pair(d.toDays(), "d", d.toHoursPart(), "h");
        }
        if (d.toHours() > 0) {
            return pair(d.toHours(), "h", d.toMinutesPart(), "min");
        }
        return d.toMinutes() > 0 ? pair(d.toMinutes(), "min", d.toSecondsPart(), "s") : d.toSeconds() + " s";
    }

    private static String pair(long large, String unit, int small, String smallUnit) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
