package offlist.catalogue;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The longest time that words name, by the rule of {@code docs/configuration.md}. */
final class LongEnd {

    private static final Pattern TIME =
            Pattern.compile("at once|(?:(\\d+|one|an?|half an|a few|several) )?(minute|hour|day|week)(s?)\\b");

    private enum Unit {
        MINUTE(Duration.ofMinutes(1), Duration.ofHours(1)),
        HOUR(Duration.ofHours(1), Duration.ofHours(12)),
        DAY(Duration.ofDays(1), Duration.ofDays(7)),
        WEEK(Duration.ofDays(7), Duration.ofDays(28));

        private final Duration one;
        private final Duration some;

        Unit(Duration one, Duration some) {
            this.one = one;
            this.some = some;
        }
    }

    private LongEnd() {}

    static Optional<Duration> of(String words) {
        return words.contains("never")
                ? Optional.empty()
                : TIME.matcher(words).results().map(LongEnd::time).max(Duration::compareTo);
    }

    private static Duration time(MatchResult match) {
        if (match.group().equals("at once")) {
            return Unit.MINUTE.some;
        }
        Unit unit = Unit.valueOf(match.group(2).toUpperCase(Locale.ROOT));
        String much = Optional.ofNullable(match.group(1)).orElse("");
        return switch (much) {
            case "" -> match.group(3).isEmpty() ? unit.one : unit.some;
            case "several" -> unit.some;
            case "one", "a", "an" -> unit.one;
            case "half an" -> unit.one.dividedBy(2);
            case "a few" -> unit.one.multipliedBy(3);
            default -> unit.one.multipliedBy(Long.parseLong(much));
        };
    }
}
