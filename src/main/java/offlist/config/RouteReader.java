package offlist.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import offlist.alert.AlertLabels;
import offlist.alert.RouteSettings;
import offlist.yaml.Nearest;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/** Reads the tree under {@code route}. */
final class RouteReader {
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(24);
    private static final Duration SHORTEST_REPEAT = Duration.ofSeconds(1);
    private static final Duration LONGEST_REPEAT = Duration.ofDays(365);

    private final List<String> receivers;
    private final MatchValues values;
    private final List<String> times;
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> usedTimes = new LinkedHashSet<>();

    RouteReader(List<String> receivers, MatchValues values, List<String> times) {
        this.receivers = receivers;
        this.values = values;
        this.times = times;
    }

    /** The receivers that a route names. */
    Set<String> used() {
        return used;
    }

    /** The time intervals that a route names. */
    Set<String> usedTimes() {
        return usedTimes;
    }

    RouteSettings root(YamlMap section) {
        section.needs("receiver");
        for (String key : List.of("mute-time-intervals", "active-time-intervals")) {
            if (section.has(key)) {
                section.problem(
                        key, "the root of the tree is awake at all times; `" + key + "` belongs to its `routes`");
            }
        }
        for (String key : List.of("match", "continue")) {
            if (section.has(key)) {
                section.problem(key, "the root of the tree takes everything; `" + key + "` belongs to its `routes`");
            }
        }
        return read(section);
    }

    private RouteSettings read(YamlMap section) {
        RouteSettings route = new RouteSettings(
                receiver(section),
                match(section.section("match"), values),
                groupBy(section),
                Bounds.duration(section, "group-wait", Duration.ZERO, LONGEST_WAIT),
                Bounds.duration(section, "group-interval", SHORTEST_INTERVAL, LONGEST_INTERVAL),
                Bounds.duration(section, "repeat-interval", SHORTEST_REPEAT, LONGEST_REPEAT),
                section.bool("continue", false),
                section.maps("routes").stream().map(this::read).toList(),
                times(section, "mute-time-intervals"),
                times(section, "active-time-intervals"));
        section.done();
        return route;
    }

    private List<String> times(YamlMap section, String key) {
        List<YamlText> names = section.textNodes(key);
        for (YamlText name : names) {
            usedTimes.add(name.value());
            if (!times.contains(name.value())) {
                section.problems()
                        .add(
                                name,
                                "there is no time interval " + name.describe() + " under `time-intervals`"
                                        + (times.isEmpty() ? "" : hint(name.value(), times)));
            }
        }
        return names.stream().map(YamlText::value).toList();
    }

    private Optional<String> receiver(YamlMap section) {
        Optional<YamlText> text = section.textNode("receiver");
        text.ifPresent(name -> {
            used.add(name.value());
            if (!receivers.contains(name.value())) {
                section.problems()
                        .add(name, "there is no receiver " + name.describe() + Nearest.hint(name.value(), receivers));
            }
        });
        return text.map(YamlText::value);
    }

    /** What an alert has to be, by labels and by the labels of pools. */
    static Map<String, Set<String>> match(YamlMap section, MatchValues values) {
        Map<String, Set<String>> match = new LinkedHashMap<>();
        for (String label : section.keys()) {
            values.read(section, label)
                    .ifPresent(matcher -> match.merge(matcher.label(), matcher.values(), RouteReader::both));
        }
        section.done();
        return match;
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new LinkedHashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static Optional<List<String>> groupBy(YamlMap section) {
        return section.node("group-by").isEmpty() ? Optional.empty() : Optional.of(labels(section, "group-by"));
    }

    /** Names of labels, or {@code ...} for all. */
    static List<String> labels(YamlMap section, String key) {
        List<YamlText> labels = section.textNodes(key);
        for (YamlText label : labels) {
            boolean known =
                    AlertLabels.NAMES.contains(label.value()) || label.value().equals(AlertLabels.EVERY_LABEL);
            if (!known) {
                section.problems()
                        .add(
                                label,
                                label.describe() + " is no label to group by" + hint(label.value(), AlertLabels.NAMES));
            }
        }
        return labels.stream().map(YamlText::value).toList();
    }

    static String hint(String word, List<String> known) {
        String near = Nearest.hint(word, known);
        return near.isEmpty() ? ", known: " + String.join(", ", known) : near;
    }
}
