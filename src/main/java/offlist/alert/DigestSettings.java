package offlist.alert;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
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
        LocalDate today = now.atZone(location).toLocalDate();
        LocalDate day =
                on.map(TemporalAdjusters::previousOrSame).map(today::with).orElse(today);
        Instant due = dueOn(day);
        return due.isAfter(now) ? dueOn(on.isPresent() ? day.minusWeeks(1) : day.minusDays(1)) : due;
    }

    /** A time of day that a change of clocks brings twice is meant once, the first time. */
    private Instant dueOn(LocalDate day) {
        return ZonedDateTime.ofLocal(day.atTime(at), location, null).toInstant();
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
