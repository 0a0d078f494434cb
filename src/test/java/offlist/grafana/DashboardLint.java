package offlist.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a dashboard has to keep. Most of it are the rules of Grafana's own dashboard linter, by the names they have there; that a
 * dashboard should not be editable is left out, as these are meant to be changed by who imports them. The rest are ours.
 */
record DashboardLint(JsonNode board, Map<String, Set<String>> boards, KnownMetrics metrics, Set<String> pages) {
    private static final Set<String> PANELS =
            Set.of("stat", "bargauge", "timeseries", "state-timeline", "heatmap", "table");
    private static final Set<String> UNITS = Set.of("short", "none", "s", "percentunit", "reqps", "bytes");
    private static final Set<String> BUILT_IN = Set.of("__rate_interval", "__interval", "__range");
    private static final Pattern RATE = Pattern.compile("\\b(?:rate|irate|increase)\\([^\\[]*\\[([^\\]]*)]");
    private static final Pattern OWN_BOARD = Pattern.compile("/d/([\\w-]+)\\?(.*)");
    private static final Pattern CHOSEN = Pattern.compile("var-(\\w+)=");

    List<String> findings() {
        List<String> findings = new ArrayList<>();
        frame(findings);
        variables(findings);
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : board.path("panels")) {
            if (!ids.add(panel.path("id").asInt())) {
                findings.add("panel-ids: " + panel.path("id") + " twice");
            }
            if (!panel.path("type").asText().equals("row")) {
                new PanelLint(panel, name(panel)).all(findings);
            }
        }
        grid(findings);
        links(findings);
        return findings;
    }

    private static String name(JsonNode panel) {
        return "`" + panel.path("title").asText() + "`";
    }

    private void frame(List<String> findings) {
        expect(board.path("schemaVersion").asInt() == 42, "schema: not 42", findings);
        expect(!board.path("uid").asText().isEmpty(), "uid: none", findings);
        expect(board.path("uid").asText().length() <= 40, "uid: longer than 40 characters", findings);
        expect(!board.path("title").asText().isEmpty(), "title: none", findings);
        expect(!board.path("description").asText().isEmpty(), "description: none", findings);
        expect(board.path("id").isNull(), "id: a dashboard for import has none", findings);
        expect(board.path("tags").valueStream().anyMatch(tag -> tag.asText().equals(Board.TAG)), "tag: none", findings);
        for (JsonNode mark : board.path("annotations").path("list")) {
            source(mark, "annotation " + mark.path("name").asText(), findings);
            expr(mark.path("expr").asText(), "annotation " + mark.path("name").asText(), findings);
        }
    }

    private void variables(List<String> findings) {
        JsonNode source = variable("datasource");
        expect(source.path("type").asText().equals("datasource"), "template-datasource-rule: none", findings);
        expect(
                source.path("query").asText().equals("prometheus"),
                "template-datasource-rule: not of Prometheus",
                findings);
        for (String name : List.of("job", "instance")) {
            JsonNode each = variable(name);
            expect(each.path("type").asText().equals("query"), "template-" + name + "-rule: none", findings);
            expect(each.path("multi").asBoolean(), "template-" + name + "-rule: only one can be chosen", findings);
            expect(
                    each.path("allValue").asText().equals(".+"),
                    "template-" + name + "-rule: all is not `.+`",
                    findings);
            expect(
                    each.path("label").asText().equalsIgnoreCase(name),
                    "template-" + name + "-rule: has another label",
                    findings);
        }
        for (JsonNode each : board.path("templating").path("list")) {
            oneVariable(each, findings);
        }
    }

    private void oneVariable(JsonNode each, List<String> findings) {
        String name = each.path("name").asText();
        if (each.path("type").asText().equals("query")) {
            source(each, "template-datasource-rule: " + name, findings);
            expect(
                    each.path("refresh").asInt() == 2,
                    "template-on-time-change-reload-rule: " + name + " is not read again",
                    findings);
            String definition = each.path("query").path("query").asText();
            expect(
                    definition.matches("label_values\\(.*, " + name + "\\)"),
                    "template-label-promql-rule: " + name + " asks " + definition,
                    findings);
            known(definition.replaceFirst("label_values\\((.*), \\w+\\)", "$1"), "variable " + name, findings);
        }
        expect(!each.path("label").asText().isEmpty(), "variable " + name + ": no label", findings);
        String rest = board.toString();
        expect(
                rest.contains("$" + name) || rest.contains("${" + name),
                "variable " + name + ": nothing uses it",
                findings);
    }

    private JsonNode variable(String name) {
        return board.path("templating")
                .path("list")
                .valueStream()
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .orElseGet(com.fasterxml.jackson.databind.node.MissingNode::getInstance);
    }

    private static void source(JsonNode node, String what, List<String> findings) {
        expect(
                node.path("datasource").path("uid").asText().equals("${datasource}"),
                "panel-datasource-rule: " + what + " does not ask the one that was chosen",
                findings);
    }

    /** What holds for any query. */
    private void expr(String expr, String where, List<String> findings) {
        known(expr, where, findings);
        for (KnownMetrics.Used used : KnownMetrics.used(expr)) {
            for (String label : List.of("job", "instance")) {
                expect(
                        used.matchers().contains(label + "=~\"$" + label + "\""),
                        "target-" + label + "-rule: " + where + " asks " + used.name() + " of all",
                        findings);
            }
        }
    }

    private void known(String expr, String where, List<String> findings) {
        metrics.missing(expr, Set.of("what")).forEach(each -> findings.add("metrics: " + where + ": " + each));
        Set<String> names = board.path("templating")
                .path("list")
                .valueStream()
                .map(each -> each.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        Filling.VARIABLE
                .matcher(expr)
                .results()
                .map(each -> each.group(1) == null ? each.group(2) : each.group(1))
                .filter(each -> !names.contains(each) && !BUILT_IN.contains(each))
                .forEach(each -> findings.add("variables: " + where + " uses $" + each + ", which there is not"));
    }

    private record Place(int x, int y, int w, int h, String title) {
        static Place of(JsonNode panel) {
            JsonNode grid = panel.path("gridPos");
            return new Place(
                    grid.path("x").asInt(),
                    grid.path("y").asInt(),
                    grid.path("w").asInt(),
                    grid.path("h").asInt(),
                    name(panel));
        }

        boolean over(Place other) {
            return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
        }
    }

    private void grid(List<String> findings) {
        List<Place> places = board.path("panels").valueStream().map(Place::of).toList();
        for (int i = 0; i < places.size(); i++) {
            Place each = places.get(i);
            expect(each.x >= 0 && each.x + each.w <= Panel.WIDE, "grid: " + each.title + " stands out", findings);
            expect(each.w > 0 && each.h > 0, "grid: " + each.title + " has no size", findings);
            for (Place other : places.subList(i + 1, places.size())) {
                expect(!each.over(other), "grid: " + each.title + " is over " + other.title, findings);
            }
        }
    }

    private void links(List<String> findings) {
        Stream.concat(
                        board.path("links").findValuesAsText("url").stream(),
                        board.path("panels").findValues("links").stream()
                                .flatMap(JsonNode::valueStream)
                                .map(link -> link.path("url").asText()))
                .distinct()
                .forEach(url -> link(url, findings));
    }

    private void link(String url, List<String> findings) {
        var own = OWN_BOARD.matcher(url);
        if (own.matches()) {
            Set<String> variables = boards.get(own.group(1));
            expect(variables != null, "links: there is no dashboard " + own.group(1), findings);
            CHOSEN.matcher(own.group(2))
                    .results()
                    .map(each -> each.group(1))
                    .filter(each -> variables != null && !variables.contains(each))
                    .forEach(each -> findings.add("links: " + own.group(1) + " has no variable " + each));
        } else if (!url.isEmpty()) {
            expect(url.startsWith("${offlist_url}/"), "links: " + url + " leads elsewhere", findings);
            String path =
                    url.replace("${offlist_url}", "").replaceFirst("\\?.*", "").replaceAll("\\$\\{[^}]*}", "x");
            expect(pages.stream().anyMatch(path::matches), "links: there is no page " + path, findings);
        }
    }

    private static void expect(boolean kept, String otherwise, List<String> findings) {
        if (!kept) {
            findings.add(otherwise);
        }
    }

    /** One panel of the board. */
    private final class PanelLint {
        private final JsonNode panel;
        private final String name;

        PanelLint(JsonNode panel, String name) {
            this.panel = panel;
            this.name = name;
        }

        void all(List<String> findings) {
            expect(PANELS.contains(panel.path("type").asText()), "panel-type: " + name, findings);
            expect(
                    !panel.path("title").asText().isBlank()
                            && !panel.path("description").asText().isBlank(),
                    "panel-title-description-rule: " + name,
                    findings);
            source(panel, name, findings);
            units(findings);
            JsonNode targets = panel.path("targets");
            expect(!targets.isEmpty(), "targets: " + name + " asks nothing", findings);
            Set<String> ids = new HashSet<>();
            for (JsonNode target : targets) {
                expect(ids.add(target.path("refId").asText()), "targets: " + name + " has an id twice", findings);
                target(target, findings);
            }
        }

        private void units(List<String> findings) {
            JsonNode config = panel.path("fieldConfig");
            Stream.concat(
                            Stream.of(config.path("defaults").path("unit").asText()),
                            config.path("overrides").findValues("properties").stream()
                                    .flatMap(JsonNode::valueStream)
                                    .filter(each -> each.path("id").asText().equals("unit"))
                                    .map(each -> each.path("value").asText()))
                    .forEach(unit -> expect(
                            UNITS.contains(unit), "panel-units-rule: " + name + " has `" + unit + "`", findings));
        }

        private void target(JsonNode target, List<String> findings) {
            source(target, name, findings);
            String expr = target.path("expr").asText();
            expr(expr, name, findings);
            boolean now = target.path("instant").asBoolean();
            expect(
                    now != target.path("range").asBoolean(),
                    "targets: " + name + " asks neither now nor over time",
                    findings);
            RATE.matcher(expr)
                    .results()
                    .map(each -> each.group(1))
                    .filter(each -> !each.equals(now ? "$__range" : "$__rate_interval"))
                    .forEach(each -> findings.add("target-rate-interval-rule: " + name + " takes [" + each + "]"));
            expect(
                    target.path("format").asText().equals("table")
                            || !target.path("legendFormat").asText().isEmpty(),
                    "legend: " + name + " has none",
                    findings);
        }
    }

    /** Regular expressions of the paths that these types answer. */
    static Set<String> pages(Class<?>... resources) {
        return Arrays.stream(resources)
                .flatMap(type -> Stream.concat(
                        Stream.of(path(type.getAnnotation(jakarta.ws.rs.Path.class))),
                        Arrays.stream(type.getMethods())
                                .filter(method -> method.isAnnotationPresent(jakarta.ws.rs.Path.class))
                                .map(method -> path(type.getAnnotation(jakarta.ws.rs.Path.class)) + "/"
                                        + path(method.getAnnotation(jakarta.ws.rs.Path.class)))))
                .map(path -> path.replaceAll("//+", "/").replaceAll("\\{[^}]*}", "[^/]+"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String path(jakarta.ws.rs.Path path) {
        return path.value();
    }
}
