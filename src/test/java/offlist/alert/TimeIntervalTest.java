package offlist.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import offlist.alert.TimeInterval.Hours;
import offlist.alert.TimeInterval.MonthDays;
import offlist.alert.TimeInterval.Years;
import org.junit.jupiter.api.Test;

class TimeIntervalTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void theStartBelongsToItAndTheEndDoesNot() {
        TimeInterval evening = hours(ZoneOffset.UTC, new Hours(18 * 60, 22 * 60 + 30));

        assertFalse(evening.contains(Instant.parse("2026-11-23T17:59:59.999Z")));
        assertTrue(evening.contains(Instant.parse("2026-11-23T18:00:00Z")));
        assertTrue(evening.contains(Instant.parse("2026-11-23T22:29:59.999Z")));
        assertFalse(evening.contains(Instant.parse("2026-11-23T22:30:00Z")));
    }

    @Test
    void twentyFourHoursIsTheEndOfTheDay() {
        TimeInterval night = hours(ZoneOffset.UTC, new Hours(18 * 60, Hours.DAY));

        assertTrue(night.contains(Instant.parse("2026-11-23T23:59:59.999Z")));
        assertFalse(night.contains(Instant.parse("2026-11-24T00:00:00Z")));
    }

    @Test
    void severalStretchesOfADayAreOneOrTheOther() {
        TimeInterval night = hours(ZoneOffset.UTC, new Hours(0, 6 * 60), new Hours(20 * 60, Hours.DAY));

        assertEquals(
                List.of(true, false, true),
                Stream.of("2026-11-23T05:00:00Z", "2026-11-23T12:00:00Z", "2026-11-23T21:00:00Z")
                        .map(Instant::parse)
                        .map(night::contains)
                        .toList());
    }

    @Test
    void theClockOfThePlaceCounts() {
        TimeInterval office = hours(BERLIN, new Hours(9 * 60, 17 * 60));

        assertTrue(office.contains(Instant.parse("2026-07-01T07:00:00Z")), "summer time, 09:00");
        assertFalse(office.contains(Instant.parse("2026-12-01T07:00:00Z")), "winter time, 08:00");
    }

    @Test
    void theHourThatIsLeftOutInSpringNeverComes() {
        TimeInterval two = hours(BERLIN, new Hours(2 * 60, 3 * 60));

        assertEquals(Duration.ZERO, spent(two, Instant.parse("2026-03-28T23:00:00Z"), Duration.ofHours(23)));
        assertEquals(Duration.ofHours(1), spent(two, Instant.parse("2026-03-29T22:00:00Z"), Duration.ofHours(24)));
    }

    @Test
    void theDoubledHourInAutumnComesTwice() {
        TimeInterval two = hours(BERLIN, new Hours(2 * 60, 3 * 60));

        assertEquals(Duration.ofHours(2), spent(two, Instant.parse("2026-10-24T22:00:00Z"), Duration.ofHours(25)));
    }

    @Test
    void theDayOfTheWeekIsThatOfThePlace() {
        TimeInterval sunday = new TimeInterval(
                List.of(), Set.of(DayOfWeek.SUNDAY), List.of(), Set.of(), List.of(), ZoneId.of("Pacific/Auckland"));

        assertTrue(sunday.contains(Instant.parse("2026-11-21T12:00:00Z")), "Saturday at Greenwich");
        assertFalse(sunday.contains(Instant.parse("2026-11-22T12:00:00Z")), "Sunday at Greenwich");
    }

    @Test
    void daysBelowZeroCountFromTheEndOfTheMonth() {
        TimeInterval last = days(new MonthDays(-3, -1));

        assertEquals(List.of(29, 30, 31), daysOf(last, 2026, 1));
        assertEquals(List.of(26, 27, 28), daysOf(last, 2026, 2));
        assertEquals(List.of(27, 28, 29), daysOf(last, 2028, 2));
        assertEquals(List.of(28, 29, 30), daysOf(last, 2026, 4));
    }

    @Test
    void daysThatAMonthDoesNotHaveDoNotRunIntoTheNext() {
        assertEquals(List.of(), daysOf(days(new MonthDays(30, 31)), 2026, 2));
        assertEquals(List.of(30), daysOf(days(new MonthDays(30, 31)), 2026, 4));
        assertEquals(List.of(1), daysOf(days(new MonthDays(-31, -28)), 2026, 2));
        assertEquals(List.of(20, 21, 22, 23, 24, 25, 26, 27, 28), daysOf(days(new MonthDays(20, -1)), 2026, 2));
        assertEquals(List.of(), daysOf(days(new MonthDays(20, -12)), 2026, 2));
        assertEquals(List.of(20), daysOf(days(new MonthDays(20, -12)), 2026, 1));
    }

    @Test
    void allPartsHaveToHold() {
        TimeInterval interval = new TimeInterval(
                List.of(new Hours(0, 60)),
                Set.of(DayOfWeek.MONDAY),
                List.of(new MonthDays(20, 30)),
                Set.of(Month.NOVEMBER),
                List.of(new Years(2026, 2028)),
                ZoneOffset.UTC);

        assertTrue(interval.contains(Instant.parse("2026-11-23T00:30:00Z")));
        assertFalse(interval.contains(Instant.parse("2026-11-23T01:30:00Z")), "hour");
        assertFalse(interval.contains(Instant.parse("2026-11-24T00:30:00Z")), "day of the week");
        assertFalse(interval.contains(Instant.parse("2026-11-16T00:30:00Z")), "day of the month");
        assertFalse(interval.contains(Instant.parse("2026-12-21T00:30:00Z")), "month");
        assertFalse(interval.contains(Instant.parse("2029-11-26T00:30:00Z")), "year");
    }

    @Test
    void withoutPartsItHoldsAlways() {
        assertTrue(TimeInterval.ALWAYS.contains(Instant.EPOCH));
        assertEquals("always (Z)", TimeInterval.ALWAYS.toString());
    }

    @Test
    void itReadsAsItIsWritten() {
        TimeInterval interval = new TimeInterval(
                List.of(new Hours(18 * 60, Hours.DAY), new Hours(5, 61)),
                Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
                List.of(new MonthDays(1, 5), new MonthDays(-1, -1)),
                Set.of(Month.MARCH, Month.JANUARY),
                List.of(new Years(2026, 2028), new Years(2030, 2030)),
                BERLIN);

        assertEquals(
                "18:00-24:00 00:05-01:01, monday sunday, day 1:5 day -1, january march, 2026:2028 2030 (Europe/Berlin)",
                interval.toString());
    }

    @Test
    void whatIsNoIntervalIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Hours(60, 60));
        assertThrows(IllegalArgumentException.class, () -> new Hours(0, Hours.DAY + 1));
        assertThrows(IllegalArgumentException.class, () -> new MonthDays(0, 5));
        assertThrows(IllegalArgumentException.class, () -> new MonthDays(-3, 2));
        assertThrows(IllegalArgumentException.class, () -> new MonthDays(1, 32));
    }

    @Test
    void aRouteIsQuietInItsMuteTimesAndOutsideItsActiveOnes() {
        AlertSettings settings = new AlertSettings(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of(
                        "night", List.of(hours(ZoneOffset.UTC, new Hours(0, 6 * 60))),
                        "office",
                                List.of(
                                        hours(ZoneOffset.UTC, new Hours(8 * 60, 12 * 60)),
                                        hours(ZoneOffset.UTC, new Hours(13 * 60, 17 * 60))),
                        "lunch", List.of(hours(ZoneOffset.UTC, new Hours(12 * 60, 13 * 60)))));
        Instant three = Instant.parse("2026-11-23T03:00:00Z");
        Instant noon = Instant.parse("2026-11-23T12:00:00Z");
        Instant two = Instant.parse("2026-11-23T14:00:00Z");

        assertTrue(settings.quietAt(List.of("lunch", "night"), List.of(), three));
        assertFalse(settings.quietAt(List.of("night"), List.of(), noon));
        assertTrue(settings.quietAt(List.of(), List.of("office"), noon));
        assertFalse(settings.quietAt(List.of(), List.of("office"), two), "the second interval of the name");
        assertFalse(settings.quietAt(List.of(), List.of("office", "lunch"), noon));
        assertTrue(settings.quietAt(List.of("lunch"), List.of("lunch"), noon), "mute wins");
        assertFalse(settings.quietAt(List.of(), List.of(), noon));
    }

    @Test
    void aNameThatIsNoMoreKeepsNobodyQuiet() {
        AlertSettings settings = new AlertSettings(List.of(), Optional.empty(), Optional.empty());

        assertFalse(settings.quietAt(List.of("gone"), List.of(), Instant.EPOCH));
        assertFalse(settings.quietAt(List.of(), List.of("gone"), Instant.EPOCH));
    }

    private static Duration spent(TimeInterval interval, Instant from, Duration length) {
        return Duration.ofMinutes(
                Stream.iterate(from, now -> now.isBefore(from.plus(length)), now -> now.plusSeconds(60))
                        .filter(interval::contains)
                        .count());
    }

    private static List<Integer> daysOf(TimeInterval interval, int year, int month) {
        Instant first = Instant.parse("%d-%02d-01T12:00:00Z".formatted(year, month));
        return Stream.iterate(first, now -> now.plus(Duration.ofDays(1)))
                .limit(31)
                .filter(now -> now.atZone(ZoneOffset.UTC).getMonthValue() == month)
                .filter(interval::contains)
                .map(now -> now.atZone(ZoneOffset.UTC).getDayOfMonth())
                .toList();
    }

    private static TimeInterval hours(ZoneId location, Hours... hours) {
        return new TimeInterval(List.of(hours), Set.of(), List.of(), Set.of(), List.of(), location);
    }

    private static TimeInterval days(MonthDays days) {
        return new TimeInterval(List.of(), Set.of(), List.of(days), Set.of(), List.of(), ZoneOffset.UTC);
    }
}
