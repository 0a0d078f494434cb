package offlist.yaml;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** So many in so long, written {@code 5/s}, {@code 300/m} or {@code 300000/d}. */
public record Rate(long count, Duration per) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12})/(\\d{0,6})(ms|[smhdw])");

    /** Refuses what could never be kept. */
    public Rate {
        if (count < 1 || per.isZero() || per.isNegative()) {
            throw new IllegalArgumentException("no rate: " + count + " in " + per);
        }
    }

    /** The rate, or nothing when the text is none. */
    public static Optional<Rate> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(form.group(1));
        long units = form.group(2).isEmpty() ? 1 : Long.parseLong(form.group(2));
        return count < 1 || units < 1
                ? Optional.empty()
                : Optional.of(new Rate(count, Durations.unit(form.group(3)).multipliedBy(units)));
    }

    /** How many that is in one second. */
    public double perSecond() {
        return count * 1e9 / per.toNanos();
    }

    @Override
    public String toString() {
        String period = Durations.print(per);
        return count + "/" + (period.matches("1[a-z]+") ? period.substring(1) : period);
    }
}
