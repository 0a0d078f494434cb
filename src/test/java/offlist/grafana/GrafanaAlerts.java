package offlist.grafana;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes the alerts for Prometheus as alerts of Grafana, in the format of its files for provisioning: {@code ./mvnw test
 * -Dtest=GrafanaAlertsTest -Dofflist.write=true}.
 *
 * @see <a href="https://grafana.com/docs/grafana/latest/alerting/set-up/provision-alerting-resources/file-provisioning/">Grafana: Use
 *     configuration files to provision alerting resources</a>
 */
final class GrafanaAlerts {
    static final Path FOLDER = Path.of("grafana/provisioning/alerting");
    static final String DATASOURCE = "prometheus";

    /** Of Grafana's own expressions. */
    static final String EXPRESSIONS = "__expr__";

    private static final String DAY = "Offlist, today";
    private static final String NIGHT = "Offlist, at once";
    private static final String HEAD =
            "# Made by GrafanaAlertsTest from deploy/prometheus/alerts.yml: change that file and not this one.\n";

    /** An expression of Prometheus leaves what is wrong, whatever its value; 0 would be fine to Grafana. */
    private static final String ANY_VALUE = "is_number($A) || is_nan($A) || is_inf($A)";

    private GrafanaAlerts() {}

    /** Text by place. */
    static Map<Path, String> all() {
        Map<Path, String> files = new TreeMap<>();
        files.put(FOLDER.resolve("rules.yaml"), HEAD + yaml("groups", groups()));
        files.put(
                FOLDER.resolve("contact-points.yaml"),
                "# Put your own addresses in the place of these.\n" + yaml("contactPoints", contactPoints()));
        files.put(
                FOLDER.resolve("policies.yaml"),
                "# This replaces the whole tree of policies of the organisation: leave it out where you have your own.\n"
                        + yaml("policies", policies()));
        return files;
    }

    static void write() throws IOException {
        Files.createDirectories(FOLDER);
        for (Map.Entry<Path, String> file : all().entrySet()) {
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    private static String yaml(String key, List<?> items) {
        DumperOptions layout = new DumperOptions();
        layout.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        layout.setWidth(1_000);
        layout.setIndent(2);
        // A sign of equality means something to some readers.
        return new Yaml(layout).dump(ordered("apiVersion", 1, key, items)).replace("- =\n", "- '='\n");
    }

    private static List<Map<String, Object>> groups() {
        return Rules.read(Rules.ALERTS).groups().stream()
                .map(group -> ordered(
                        "orgId",
                        1,
                        "name",
                        group.name(),
                        "folder",
                        "Offlist",
                        "interval",
                        "1m",
                        "rules",
                        group.rules().stream().map(GrafanaAlerts::rule).toList()))
                .toList();
    }

    private static Map<String, Object> rule(Rules.Rule alert) {
        Map<String, Object> rule = ordered(
                "uid",
                uid(alert.name()),
                "title",
                alert.name(),
                "condition",
                "B",
                "data",
                List.of(query(alert), any()));
        // Without series nothing is wrong: that there are any is watched by rules of their own.
        rule.put("noDataState", "OK");
        rule.put("execErrState", "Error");
        rule.put("for", alert.forTime());
        if (!alert.keepFiringFor().isEmpty()) {
            rule.put("keepFiringFor", alert.keepFiringFor());
        }
        rule.put("missing_series_evals_to_resolve", 1);
        rule.put("labels", new LinkedHashMap<>(alert.labels()));
        Map<String, Object> annotations = new LinkedHashMap<>();
        alert.annotations().forEach((name, text) -> annotations.put(name, template(text)));
        rule.put("annotations", annotations);
        rule.put("isPaused", false);
        return rule;
    }

    /** {@code OfflistListedCritical} is {@code offlist-listed-critical}. */
    private static String uid(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> query(Rules.Rule alert) {
        return ordered(
                "refId",
                "A",
                "relativeTimeRange",
                ordered("from", 600, "to", 0),
                "datasourceUid",
                DATASOURCE,
                "model",
                ordered("refId", "A", "expr", alert.expr(), "instant", true, "range", false));
    }

    private static Map<String, Object> any() {
        return ordered(
                "refId",
                "B",
                "relativeTimeRange",
                ordered("from", 0, "to", 0),
                "datasourceUid",
                EXPRESSIONS,
                "model",
                ordered(
                        "refId",
                        "B",
                        "type",
                        "math",
                        "expression",
                        ANY_VALUE,
                        "datasource",
                        ordered("type", EXPRESSIONS, "uid", EXPRESSIONS)));
    }

    /** Grafana puts variables of its environment in the place of what begins with a dollar, and the dot means the same. */
    private static String template(String text) {
        return text.replace("$labels.", ".Labels.").replace("$value", ".Values.A.Value");
    }

    private static List<Map<String, Object>> contactPoints() {
        return List.of(
                mail(NIGHT, "offlist-at-once", "on-call@example.com"),
                mail(DAY, "offlist-today", "postmaster@example.com"));
    }

    private static Map<String, Object> mail(String name, String uid, String address) {
        return ordered(
                "orgId",
                1,
                "name",
                name,
                "receivers",
                List.of(ordered(
                        "uid",
                        uid,
                        "type",
                        "email",
                        "settings",
                        ordered("addresses", address, "singleEmail", false),
                        "disableResolveMessage",
                        false)));
    }

    private static List<Map<String, Object>> policies() {
        return List.of(ordered(
                "orgId",
                1,
                "receiver",
                DAY,
                "group_by",
                List.of("grafana_folder", "alertname", "pool", "list"),
                "group_wait",
                "1m",
                "group_interval",
                "5m",
                "repeat_interval",
                "12h",
                "routes",
                List.of(route("critical", NIGHT, "15s", "4h"), route("info", DAY, "10m", "7d"))));
    }

    private static Map<String, Object> route(String severity, String receiver, String wait, String repeat) {
        return ordered(
                "receiver", receiver,
                "object_matchers", List.of(List.of("app", "=", "offlist"), List.of("severity", "=", severity)),
                "group_wait", wait,
                "repeat_interval", repeat);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }
}
