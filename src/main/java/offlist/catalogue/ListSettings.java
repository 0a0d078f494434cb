package offlist.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import offlist.yaml.Rate;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/** How the user wants one list asked, where that differs from the catalogue. */
public record ListSettings(
        Optional<Duration> interval, Optional<Severity> severity, Optional<Rate> rate, List<YamlText> resolvers) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Copies the resolvers. */
    public ListSettings {
        resolvers = List.copyOf(resolvers);
    }

    /** As the catalogue says. */
    public static ListSettings none() {
        return new ListSettings(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    static ListSettings read(YamlMap section) {
        Optional<Duration> interval = section.duration("interval");
        if (interval.filter(wanted -> wanted.compareTo(SHORTEST) < 0).isPresent()) {
            section.problem("interval", "an interval is at least 1s");
        }
        return new ListSettings(
                interval,
                section.enumeration("severity", Severity.class),
                section.rate("rate"),
                section.textNodes("resolvers"));
    }
}
