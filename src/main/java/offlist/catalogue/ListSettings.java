package offlist.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import offlist.yaml.Rate;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/**
 * How the user wants one list asked, where that differs from the catalogue.
 *
 * @param limitPerDay the most questions in 24 hours
 * @param timeout for one question
 * @param tries questions for one check before it counts as failed
 * @param score from where on a score is good or poor
 * @param file where the list is read instead of asking for it
 */
public record ListSettings(
        Optional<Duration> interval,
        Optional<Severity> severity,
        Optional<Rate> rate,
        Optional<Integer> limitPerDay,
        Optional<Duration> timeout,
        Optional<Integer> tries,
        List<YamlText> resolvers,
        Optional<ScoreLevels> score,
        Optional<ListFile> file) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);
    private static final int MOST_TRIES = 10;

    /** Copies the resolvers. */
    public ListSettings {
        resolvers = List.copyOf(resolvers);
    }

    /** As the catalogue says. */
    public static ListSettings none() {
        return new ListSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static ListSettings read(YamlMap section) {
        Optional<Duration> interval = section.duration("interval");
        if (interval.filter(wanted -> wanted.compareTo(SHORTEST) < 0).isPresent()) {
            section.problem("interval", "an interval is at least 1s");
        }
        Optional<Duration> timeout = section.duration("timeout");
        if (timeout.filter(ListSettings::unfit).isPresent()) {
            section.problem("timeout", "a time-out is 100ms to 30s");
        }
        return new ListSettings(
                interval,
                section.enumeration("severity", Severity.class),
                section.rate("rate"),
                section.integer("limit-per-day", 1, Integer.MAX_VALUE),
                timeout,
                section.integer("tries", 1, MOST_TRIES),
                section.textNodes("resolvers"),
                Optional.empty(),
                ListFile.read(section));
    }

    /** For a list of the catalogue; one of the user's own says the further things itself. */
    static ListSettings override(YamlMap section) {
        ListSettings read = read(section);
        return new ListSettings(
                read.interval,
                read.severity,
                read.rate,
                read.limitPerDay,
                read.timeout,
                read.tries,
                read.resolvers,
                section.map("score").map(ScoreLevels::read),
                read.file);
    }

    private static boolean unfit(Duration timeout) {
        return timeout.compareTo(SHORTEST_TIMEOUT) < 0 || timeout.compareTo(LONGEST_TIMEOUT) > 0;
    }
}
