package offlist.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import offlist.alert.TimeInterval.Hours;
import offlist.alert.TimeInterval.MonthDays;
import offlist.alert.TimeInterval.Years;
import org.junit.jupiter.api.Test;

/** Random intervals at random moments against the older calendar of the platform and sets of single values. */
class TimeIntervalModelTest {
    private static final List<String> PLACES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe", // half an hour of summer time
            "Asia/Kathmandu",
            "Pacific/Apia",
            "America/St_Johns");

    @Test
    void itAgreesWithASlowModel() {
        int inside = 0;
        for (long seed = 1; seed <= 20_000; seed++) {
            Random random = new Random(seed);
            TimeInterval interval = interval(random);
            Instant moment = moment(random);
            boolean expected = model(interval, moment);
            assertEquals(expected, interval.contains(moment), "seed " + seed + ": " + interval + " at " + moment);
            inside += expected ? 1 : 0;
        }
        assertTrue(inside > 1_000 && inside < 19_000, "one-sided: " + inside);
    }

    /** Changes of the clock and ends of months are met more often than chance would. */
    private static Instant moment(Random random) {
        Instant somewhere = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextLong(6L * 366 * 86_400));
        if (random.nextInt(3) > 0) {
            return somewhere;
        }
        ZoneId place = ZoneId.of(PLACES.get(random.nextInt(PLACES.size())));
        var change = place.getRules().nextTransition(somewhere);
        return change == null ? somewhere : change.getInstant().plusSeconds(random.nextInt(-9_000, 9_000));
    }

    private static TimeInterval interval(Random random) {
        List<Hours> hours = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            int from = random.nextInt(Hours.DAY);
            hours.add(new Hours(from, random.nextInt(from + 1, Hours.DAY + 1)));
        }
        List<MonthDays> days = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            int first = random.nextBoolean() ? random.nextInt(1, 32) : -random.nextInt(1, 32);
            int last = first < 0 || random.nextBoolean() ? -random.nextInt(1, 32) : random.nextInt(1, 32);
            days.add(new MonthDays(first, last));
        }
        List<Years> years = new ArrayList<>();
        for (int i = random.nextInt(2); i > 0; i--) {
            int first = random.nextInt(2023, 2031);
            years.add(new Years(first, random.nextInt(first, 2032)));
        }
        return new TimeInterval(
                hours,
                some(random, DayOfWeek.values()),
                days,
                some(random, Month.values()),
                years,
                ZoneId.of(PLACES.get(random.nextInt(PLACES.size()))));
    }

    private static <E> Set<E> some(Random random, E[] all) {
        Set<E> some = new TreeSet<>();
        for (int i = random.nextInt(2) * random.nextInt(all.length); i > 0; i--) {
            some.add(all[random.nextInt(all.length)]);
        }
        return some;
    }

    private static boolean model(TimeInterval interval, Instant moment) {
        GregorianCalendar wall =
                new GregorianCalendar(TimeZone.getTimeZone(interval.location().getId()), Locale.ROOT);
        wall.setTimeInMillis(moment.toEpochMilli());
        int minute = wall.get(GregorianCalendar.HOUR_OF_DAY) * 60 + wall.get(GregorianCalendar.MINUTE);
        int day = wall.get(GregorianCalendar.DAY_OF_MONTH);
        int length = wall.getActualMaximum(GregorianCalendar.DAY_OF_MONTH);
        return (interval.times().isEmpty() || minutes(interval.times()).contains(minute))
                && (interval.weekdays().isEmpty()
                        || interval.weekdays().stream()
                                .anyMatch(each -> each.getValue() % 7 + 1 == wall.get(GregorianCalendar.DAY_OF_WEEK)))
                && (interval.daysOfMonth().isEmpty()
                        || days(interval.daysOfMonth(), length).contains(day))
                && (interval.months().isEmpty()
                        || interval.months().stream()
                                .anyMatch(each -> each.ordinal() == wall.get(GregorianCalendar.MONTH)))
                && (interval.years().isEmpty() || years(interval.years()).contains(wall.get(GregorianCalendar.YEAR)));
    }

    private static Set<Integer> minutes(List<Hours> hours) {
        Set<Integer> minutes = new TreeSet<>();
        for (Hours each : hours) {
            for (int minute = each.from(); minute != each.until(); minute++) {
                minutes.add(minute);
            }
        }
        return minutes;
    }

    /** Every day of the month that has the first end behind it and the last before it, in either way of counting. */
    private static Set<Integer> days(List<MonthDays> spans, int length) {
        Set<Integer> days = new TreeSet<>();
        for (int day = 1; day <= length; day++) {
            int fromEnd = day - length - 1;
            for (MonthDays span : spans) {
                boolean begun = span.first() > 0 ? day >= span.first() : fromEnd >= span.first();
                boolean over = span.last() > 0 ? day > span.last() : fromEnd > span.last();
                if (begun && !over) {
                    days.add(day);
                }
            }
        }
        return days;
    }

    private static Set<Integer> years(List<Years> spans) {
        Set<Integer> years = new TreeSet<>();
        spans.forEach(span -> {
            for (int year = span.first(); year <= span.last(); year++) {
                years.add(year);
            }
        });
        return years;
    }
}
