package offlist.config;

import java.time.Duration;
import java.util.Optional;
import offlist.yaml.Durations;
import offlist.yaml.YamlMap;

/** Durations that make sense where they stand. */
final class Bounds {
    private Bounds() {}

    static Optional<Duration> duration(YamlMap section, String key, Duration least, Duration most) {
        Optional<Duration> read = section.duration(key);
        if (read.filter(value -> value.compareTo(least) < 0 || value.compareTo(most) > 0)
                .isPresent()) {
            section.problem(
                    key,
                    "`" + section.text(key) + "` is out of bounds, from " + Durations.print(least) + " to "
                            + Durations.print(most));
            return Optional.empty();
        }
        return read;
    }
}
