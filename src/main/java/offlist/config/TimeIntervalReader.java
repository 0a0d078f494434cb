package offlist.config;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import offlist.alert.TimeInterval;
import offlist.alert.TimeInterval.Hours;
import offlist.alert.TimeInterval.MonthDays;
import offlist.alert.TimeInterval.Years;
import offlist.yaml.Nearest;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/** Reads one interval: hours, days of the week and of the month, months, years, and the place whose clock counts. */
final class TimeIntervalReader {
    private static final Pattern CLOCK = Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])|24:00");
    private static final int LONGEST_MONTH = 31;

    private final YamlMap section;

    private TimeIntervalReader(YamlMap section) {
        this.section = section;
    }

    static TimeInterval read(YamlMap section) {
        return new TimeIntervalReader(section).read();
    }

    private TimeInterval read() {
        List<Hours> times = section.maps("times").stream()
                .flatMap(TimeIntervalReader::hours)
                .toList();
        Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        spans("weekdays", text -> word(text, DayOfWeek.class), this::week).forEach(weekdays::addAll);
        List<MonthDays> days = spans("days-of-month", this::dayOfMonth, this::monthDays);
        Set<Month> months = EnumSet.noneOf(Month.class);
        spans("months", this::month, this::year).forEach(months::addAll);
        List<Years> years = spans("years", text -> number(text, 1970, 9999), this::years);
        ZoneId location = section.textNode("location").flatMap(this::location).orElse(ZoneOffset.UTC);
        complainAboutEmptyOnes();
        section.done();
        return new TimeInterval(times, weekdays, days, months, years, location);
    }

    /** An empty list could be meant as "never" or as "always". */
    private void complainAboutEmptyOnes() {
        for (String key : List.of("times", "weekdays", "days-of-month", "months", "years")) {
            if (section.has(key) && section.items(key).isEmpty()) {
                section.problem(key, "at least one value is needed; without the key every one counts");
            }
        }
    }

    private static Stream<Hours> hours(YamlMap entry) {
        Optional<Integer> from = minute(entry, "start-time");
        Optional<Integer> until = minute(entry, "end-time");
        entry.done();
        if (from.isEmpty() || until.isEmpty()) {
            return Stream.of();
        }
        if (until.get() <= from.get()) {
            entry.problem(
                    "end-time",
                    "`" + entry.text("end-time") + "` is not after `" + entry.text("start-time")
                            + "`; over midnight use two entries, one that ends at 24:00 and one that starts at 00:00");
            return Stream.of();
        }
        return Stream.of(new Hours(from.get(), until.get()));
    }

    private static Optional<Integer> minute(YamlMap entry, String key) {
        if (!entry.needs(key)) {
            return Optional.empty();
        }
        return entry.textNode(key).flatMap(text -> {
            Matcher clock = CLOCK.matcher(text.value());
            if (!clock.matches()) {
                entry.problems().add(text, text.describe() + " is not a time of day from 00:00 to 24:00");
                return Optional.empty();
            }
            return Optional.of(
                    clock.group(1) == null
                            ? Hours.DAY
                            : Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2)));
        });
    }

    private <P, S> List<S> spans(String key, Function<YamlText, Optional<P>> point, SpanOf<P, S> span) {
        List<S> spans = new ArrayList<>();
        for (YamlText text : section.textNodes(key)) {
            List<YamlText> ends = Stream.of(text.value().split(":", 2))
                    .map(end -> new YamlText(text.path(), text.line(), end.strip()))
                    .toList();
            Optional<P> first = point.apply(ends.getFirst());
            Optional<P> last = ends.size() == 1 ? first : point.apply(ends.getLast());
            if (first.isPresent() && last.isPresent()) {
                span.of(text, first.get(), last.get()).ifPresent(spans::add);
            }
        }
        return spans;
    }

    /** Makes a stretch of its ends, or tells the problem. */
    @FunctionalInterface
    private interface SpanOf<P, S> {
        Optional<S> of(YamlText text, P first, P last);
    }

    /** Which day begins a week differs, so a stretch may run over its end. */
    private Optional<Set<DayOfWeek>> week(YamlText text, DayOfWeek first, DayOfWeek last) {
        Set<DayOfWeek> days = EnumSet.of(first, last);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day);
        }
        return Optional.of(days);
    }

    private Optional<Set<Month>> year(YamlText text, Month first, Month last) {
        return ordered(
                text,
                first.compareTo(last) <= 0,
                "; over the end of the year use two entries, one that ends with december and one that begins with january",
                () -> EnumSet.range(first, last));
    }

    private Optional<Years> years(YamlText text, int first, int last) {
        return ordered(text, first <= last, "", () -> new Years(first, last));
    }

    private Optional<MonthDays> monthDays(YamlText text, int first, int last) {
        boolean over = first < 0 && last > 0;
        return ordered(
                text,
                !over && inLongest(first) <= inLongest(last),
                over ? "; over the end of the month use two entries, `" + first + ":-1` and `1:" + last + "`" : "",
                () -> new MonthDays(first, last));
    }

    private static int inLongest(int day) {
        return day < 0 ? LONGEST_MONTH + 1 + day : day;
    }

    private <S> Optional<S> ordered(YamlText text, boolean ordered, String remedy, Supplier<S> stretch) {
        if (!ordered) {
            section.problems().add(text, text.describe() + " ends before it begins" + remedy);
            return Optional.empty();
        }
        return Optional.of(stretch.get());
    }

    private Optional<Integer> dayOfMonth(YamlText text) {
        Optional<Integer> day = number(text, -LONGEST_MONTH, LONGEST_MONTH);
        if (day.filter(zero -> zero == 0).isPresent()) {
            section.problems().add(text, "a month has no day 0: its days are 1 to 31, or -1 to -31 from its end");
            return Optional.empty();
        }
        return day;
    }

    private Optional<Month> month(YamlText text) {
        return text.value().matches("[0-9]+") ? number(text, 1, 12).map(Month::of) : word(text, Month.class);
    }

    private Optional<Integer> number(YamlText text, int least, int most) {
        if (text.value().matches("-?[0-9]{1,4}")) {
            int number = Integer.parseInt(text.value());
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        }
        section.problems().add(text, text.describe() + " is not a number from " + least + " to " + most);
        return Optional.empty();
    }

    private <E extends Enum<E>> Optional<E> word(YamlText text, Class<E> type) {
        List<String> known = Stream.of(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        int at = known.indexOf(text.value().toLowerCase(Locale.ROOT));
        if (at < 0) {
            section.problems()
                    .add(
                            text,
                            text.describe() + " is none of " + String.join(", ", known)
                                    + Nearest.hint(text.value(), known));
            return Optional.empty();
        }
        return Optional.of(type.getEnumConstants()[at]);
    }

    private Optional<ZoneId> location(YamlText text) {
        Set<String> known = ZoneId.getAvailableZoneIds();
        if (!known.contains(text.value())) {
            section.problems()
                    .add(
                            text,
                            text.describe() + " is no time zone such as `Europe/Berlin` or `UTC`"
                                    + Nearest.hint(text.value(), known));
            return Optional.empty();
        }
        return Optional.of(ZoneId.of(text.value()));
    }
}
