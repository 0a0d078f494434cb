package offlist.alert;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A summary that is told at a fixed time, whatever happened.
 *
 * @param on the day of the week; empty for every day
 */
public record DigestSettings(String receiver, Optional<DayOfWeek> on, LocalTime at, ZoneId location) {

    /** The last time at or before {@code now} that it was due. */
    public Instant dueBefore(Instant now) {
        ZonedDateTime here = now.atZone(location);
        ZonedDateTime due =
                on.map(day -> here.with(TemporalAdjusters.previousOrSame(day))).orElse(here);
        ZonedDateTime time = due.with(at);
        if (time.toInstant().isAfter(now)) {
            time = (on.isPresent() ? due.minusWeeks(1) : due.minusDays(1)).with(at);
        }
        return time.toInstant();
    }

    /** What keeps it apart from others. */
    public String name() {
        return "digest/" + receiver
                + on.map(day -> "/" + day.name().toLowerCase(java.util.Locale.ROOT))
                        .orElse("");
    }

    /** How far it looks back, in words. */
    public String period() {
        return on.isPresent() ? "week" : "day";
    }
}
