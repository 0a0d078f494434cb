package offlist.grafana;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** The rules in {@code deploy/prometheus} and their unit tests, as Prometheus would read them. */
record Rules(List<Group> groups) {
    static final Path FOLDER = Path.of("deploy/prometheus");
    static final Path ALERTS = FOLDER.resolve("alerts.yml");
    static final Path RECORDING = FOLDER.resolve("recording.yml");
    static final Path TESTS = FOLDER.resolve("rules.test.yml");

    record Group(String name, List<Rule> rules) {}

    /**
     * One rule.
     *
     * @param name of the alert or of the series
     * @param forTime how long it has to hold, and {@code keepFiringFor} how long it goes on, as Prometheus writes it; empty for no time
     */
    record Rule(
            String name,
            String expr,
            String forTime,
            String keepFiringFor,
            Map<String, String> labels,
            Map<String, String> annotations) {}

    /** What one test expects of an alert at a moment. */
    record Expected(String alert, List<Map<String, Object>> firing) {}

    static Rules read(Path file) {
        List<Group> groups = new ArrayList<>();
        for (Map<String, Object> group : maps(yaml(file), "groups")) {
            groups.add(new Group(
                    text(group, "name"),
                    maps(group, "rules").stream().map(Rules::rule).toList()));
        }
        return new Rules(groups);
    }

    private static Rule rule(Map<String, Object> rule) {
        return new Rule(
                rule.containsKey("alert") ? text(rule, "alert") : text(rule, "record"),
                text(rule, "expr").strip(),
                text(rule, "for"),
                text(rule, "keep_firing_for"),
                texts(rule, "labels"),
                texts(rule, "annotations"));
    }

    List<Rule> all() {
        return groups.stream().flatMap(group -> group.rules().stream()).toList();
    }

    static List<Expected> expected() {
        return maps(yaml(TESTS), "tests").stream()
                .flatMap(test -> maps(test, "alert_rule_test").stream())
                .map(each -> new Expected(text(each, "alertname"), maps(each, "exp_alerts")))
                .toList();
    }

    /** The series that tests compare with what a rule makes. */
    static List<String> recorded() {
        return maps(yaml(TESTS), "tests").stream()
                .flatMap(test -> maps(test, "promql_expr_test").stream())
                .filter(each -> !maps(each, "exp_samples").isEmpty())
                .map(each -> text(each, "expr"))
                .toList();
    }

    private static Map<String, Object> yaml(Path file) {
        try {
            return new Yaml().load(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(Map<String, Object> of, String key) {
        return (List<Map<String, Object>>) of.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> of, String key) {
        return (Map<String, Object>) of.getOrDefault(key, Map.of());
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> texts(Map<String, Object> of, String key) {
        return (Map<String, String>) of.getOrDefault(key, Map.of());
    }

    private static String text(Map<String, Object> of, String key) {
        return String.valueOf(Objects.requireNonNullElse(of.get(key), ""));
    }
}
