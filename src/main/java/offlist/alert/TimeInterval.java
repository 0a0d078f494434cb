package offlist.alert;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A stretch of the day, the week, the month or the year by the clock on the wall of a place, as in Alertmanager. Every part
 * that says something has to hold; one that is empty holds always.
 *
 * @param location whose clock counts; where it is put forward or back, the hour left out never comes and the doubled one
 *     comes twice
 */
public record TimeInterval(
        List<Hours> times,
        Set<DayOfWeek> weekdays,
        List<MonthDays> daysOfMonth,
        Set<Month> months,
        List<Years> years,
        ZoneId location) {

    /** Minutes of a day, the last one not included: 24:00 is the end of the day. */
    public record Hours(int from, int until) {
        public static final int DAY = 24 * 60;

        public Hours {
            if (from < 0 || until <= from || until > DAY) {
                throw new IllegalArgumentException("no minutes of a day: " + from + " until " + until);
            }
        }

        boolean contains(int minute) {
            return from <= minute && minute < until;
        }

        @Override
        public String toString() {
            return clock(from) + "-" + clock(until);
        }

        private static String clock(int minute) {
            return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
        }
    }

    /** Days of a month, both included; below zero they count from its end, -1 is its last. */
    public record MonthDays(int first, int last) {
        public MonthDays {
            if (!day(first) || !day(last) || (first < 0 && last > 0)) {
                throw new IllegalArgumentException("no days of a month: " + first + ":" + last);
            }
        }

        private static boolean day(int day) {
            return day != 0 && day >= -31 && day <= 31;
        }

        boolean contains(int day, int length) {
            return fromItsStart(first, length) <= day && day <= fromItsStart(last, length);
        }

        private static int fromItsStart(int day, int length) {
            return day < 0 ? length + 1 + day : day;
        }

        @Override
        public String toString() {
            return first == last ? "" + first : first + ":" + last;
        }
    }

    /** Years, both included. */
    public record Years(int first, int last) {
        boolean contains(int year) {
            return first <= year && year <= last;
        }

        @Override
        public String toString() {
            return first == last ? "" + first : first + ":" + last;
        }
    }

    /** Holds at any time. */
    public static final TimeInterval ALWAYS =
            new TimeInterval(List.of(), Set.of(), List.of(), Set.of(), List.of(), ZoneOffset.UTC);

    public TimeInterval {
        times = List.copyOf(times);
        weekdays = Set.copyOf(weekdays);
        daysOfMonth = List.copyOf(daysOfMonth);
        months = Set.copyOf(months);
        years = List.copyOf(years);
    }

    /** Whether a moment lies in it. */
    public boolean contains(Instant moment) {
        ZonedDateTime there = moment.atZone(location);
        return atTime(there.getHour() * 60 + there.getMinute())
                && (weekdays.isEmpty() || weekdays.contains(there.getDayOfWeek()))
                && onDay(there.getDayOfMonth(), YearMonth.from(there).lengthOfMonth())
                && (months.isEmpty() || months.contains(there.getMonth()))
                && inYear(there.getYear());
    }

    private boolean atTime(int minute) {
        return times.isEmpty() || times.stream().anyMatch(hours -> hours.contains(minute));
    }

    private boolean onDay(int day, int length) {
        return daysOfMonth.isEmpty() || daysOfMonth.stream().anyMatch(days -> days.contains(day, length));
    }

    private boolean inYear(int year) {
        return years.isEmpty() || years.stream().anyMatch(span -> span.contains(year));
    }

    /** For people, in the words of the configuration. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        add(parts, times);
        add(parts, weekdays.isEmpty() ? weekdays : EnumSet.copyOf(weekdays));
        add(parts, daysOfMonth.stream().map(days -> "day " + days).toList());
        add(parts, months.isEmpty() ? months : EnumSet.copyOf(months));
        add(parts, years);
        return (parts.isEmpty() ? "always" : String.join(", ", parts)) + " (" + location + ")";
    }

    private static void add(List<String> parts, Collection<?> several) {
        if (!several.isEmpty()) {
            parts.add(several.stream()
                    .map(each -> each.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" ")));
        }
    }
}
