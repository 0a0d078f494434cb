package offlist.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import offlist.alert.TimeInterval;
import offlist.yaml.YamlMap;

/** Reads the section {@code time-intervals}: names, each with one or more intervals. */
final class TimeIntervalsReader {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";

    private final Map<String, List<TimeInterval>> intervals = new LinkedHashMap<>();
    private final Map<String, YamlMap> places = new LinkedHashMap<>();

    private TimeIntervalsReader() {}

    static TimeIntervalsReader read(List<YamlMap> entries) {
        TimeIntervalsReader reader = new TimeIntervalsReader();
        entries.forEach(reader::entry);
        return reader;
    }

    Map<String, List<TimeInterval>> intervals() {
        return intervals;
    }

    List<String> names() {
        return List.copyOf(intervals.keySet());
    }

    void warnAboutUnused(Set<String> used) {
        places.forEach((name, place) -> {
            if (!used.contains(name)) {
                place.problems().warn(place, "no route names the time interval `" + name + "`");
            }
        });
    }

    private void entry(YamlMap entry) {
        String name = entry.text("name");
        if (entry.has("name") && !name.matches(NAME)) {
            entry.problem("name", "a time interval's name has up to 63 letters, digits, `.`, `_` and `-`");
        }
        if (intervals.containsKey(name)) {
            entry.problem("name", "there are two time intervals of the name `" + name + "`");
        }
        if (entry.needs("intervals") && entry.items("intervals").isEmpty()) {
            entry.problem("intervals", "at least one interval is needed");
        }
        intervals.put(
                name,
                entry.maps("intervals").stream().map(TimeIntervalReader::read).toList());
        places.put(name, entry);
        entry.done();
    }
}
