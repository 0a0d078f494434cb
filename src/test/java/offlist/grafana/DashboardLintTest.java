package offlist.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.testing.Promtool;
import offlist.web.AllowPageResource;
import offlist.web.PagesResource;
import offlist.web.RefusalPagesResource;
import offlist.web.TaskPagesResource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardLintTest {
    private static final Map<String, Set<String>> BOARDS = GrafanaFiles.boards().stream()
            .collect(Collectors.toMap(
                    Board::uid,
                    board -> board.variables().stream().map(Variable::name).collect(Collectors.toSet())));
    private static final Set<String> PAGES = DashboardLint.pages(
            PagesResource.class, TaskPagesResource.class, RefusalPagesResource.class, AllowPageResource.class);
    private static final KnownMetrics METRICS = KnownMetrics.read();

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(GrafanaFiles.ROOT.resolve("dashboards"))) {
            return files.sorted().toList().stream();
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> findings(JsonNode board) {
        return new DashboardLint(board, BOARDS, METRICS, PAGES).findings();
    }

    @ParameterizedTest
    @MethodSource("files")
    void nothingIsFoundInADashboard(Path file) {
        assertThat(findings(read(file))).isEmpty();
    }

    @Test
    void everyDashboardHasAnIdOfItsOwn() throws IOException {
        assertThat(files().map(file -> read(file).path("uid").asText()))
                .doesNotHaveDuplicates()
                .hasSize(7);
    }

    @TestFactory
    Stream<DynamicTest> prometheusUnderstandsEveryQuery() {
        return GrafanaFiles.boards().stream()
                .map(board -> DynamicTest.dynamicTest(
                        board.uid(),
                        () -> assertThat(Promtool.rules(asRules(board))).isEmpty()));
    }

    private static String asRules(Board board) {
        StringBuilder rules = new StringBuilder("groups:\n- name: queries\n  rules:\n");
        exprs(board)
                .forEach(expr -> rules.append("  - record: q\n    labels: {n: \"%d\"}\n    expr: '%s'\n"
                        .formatted(rules.length(), Filling.ALL.in(expr).replace("'", "''"))));
        return rules.toString();
    }

    /** Of panels, of marks, and those whose labels can be chosen. */
    private static Stream<String> exprs(Board board) {
        Stream<String> panels = board.sections().stream()
                .flatMap(section -> section.panels().stream())
                .flatMap(panel -> panel.queries().stream())
                .map(Query::expr);
        Stream<String> variables = board.variables().stream()
                .filter(Variable.Label.class::isInstance)
                .map(each -> Query.promql(((Variable.Label) each).selector()));
        return Stream.of(panels, board.marks().stream().map(Mark::expr), variables)
                .flatMap(all -> all);
    }

    @Test
    void everyMetricOfOursIsShownSomewhere() {
        Set<String> shown = GrafanaFiles.boards().stream()
                .flatMap(DashboardLintTest::exprs)
                .flatMap(expr -> KnownMetrics.used(expr).stream())
                .map(KnownMetrics.Used::name)
                .map(DashboardLintTest::family)
                .collect(Collectors.toSet());
        assertThat(METRICS.labels().keySet().stream()
                        .filter(name -> name.startsWith("offlist_"))
                        .map(DashboardLintTest::family))
                .isSubsetOf(shown);
    }

    /** Buckets, count and sum of a histogram are one metric. */
    private static String family(String name) {
        return name.replaceFirst("_(?:bucket|count|sum)$", "");
    }

    @Test
    void aQueryThatPrometheusDoesNotUnderstandIsFound() {
        assertThat(Promtool.rules("groups: [{name: a, rules: [{record: q, expr: 'sum(('}]}]"))
                .contains("could not parse expression");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("schema", board -> board.put("schemaVersion", 39)),
                mistake("description", board -> board.put("description", "")),
                mistake("template-datasource-rule", board -> variable(board, 0).put("query", "loki")),
                mistake("template-job-rule", board -> variable(board, 1).put("allValue", ".*")),
                mistake("template-instance-rule", board -> variable(board, 2).put("multi", false)),
                mistake(
                        "template-on-time-change-reload-rule",
                        board -> variable(board, 3).put("refresh", 1)),
                mistake("template-label-promql-rule", board -> query(variable(board, 3), "metrics(offlist)")),
                mistake("variable unused", board -> variable(board, 3).put("name", "unused")),
                mistake("panel-datasource-rule", board -> source(panel(board), "P1")),
                mistake("panel-title-description-rule", board -> panel(board).put("description", " ")),
                mistake("panel-units-rule", board -> defaults(board).put("unit", "furlongs")),
                mistake("panel-type", board -> panel(board).put("type", "graph")),
                mistake("panel-ids", board -> panel(board).put("id", 1)),
                mistake("grid", board -> place(board).put("y", 0)),
                mistake("grid", board -> place(board).put("w", 25)),
                mistake("target-rate-interval-rule", board -> ask(board, "rate(offlist_checks_total{@}[5m])")),
                mistake("target-job-rule", board -> ask(board, "offlist_listings{instance=~'$instance'}")),
                mistake("target-instance-rule", board -> ask(board, "sum(offlist_listings)")),
                mistake("metrics", board -> ask(board, "offlist_lists_of_the_moon{@}")),
                mistake("metrics", board -> ask(board, "sum by (moon) (offlist_listings{@})")),
                mistake("metrics", board -> ask(board, "offlist_listings{@, moon='full'}")),
                mistake("variables", board -> ask(board, "offlist_listings{@, list='$moon'}")),
                mistake("legend", board -> target(board).remove("legendFormat")),
                mistake("links", board -> leads(board, "/d/moon?var-list=x")),
                mistake("links", board -> leads(board, "/d/offlist-list?var-moon=x")),
                mistake("links", board -> leads(board, "${offlist_url}/moon")),
                mistake("links", board -> leads(board, "https://moon.example/")));
    }

    private static Arguments mistake(String rule, Consumer<ObjectNode> made) {
        return Arguments.of(rule, made);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsFound(String rule, Consumer<ObjectNode> made) {
        ObjectNode board = OverviewBoard.board().json();
        made.accept(board);
        assertThat(findings(board)).isNotEmpty().anyMatch(finding -> finding.startsWith(rule));
    }

    private static ObjectNode variable(ObjectNode board, int index) {
        return (ObjectNode) board.path("templating").path("list").path(index);
    }

    private static void query(ObjectNode variable, String definition) {
        ((ObjectNode) variable.path("query")).put("query", definition);
    }

    /** The first after the heading. */
    private static ObjectNode panel(ObjectNode board) {
        return (ObjectNode) board.path("panels").path(1);
    }

    private static ObjectNode place(ObjectNode board) {
        return (ObjectNode) panel(board).path("gridPos");
    }

    private static ObjectNode defaults(ObjectNode board) {
        return (ObjectNode) panel(board).path("fieldConfig").path("defaults");
    }

    private static void source(ObjectNode panel, String uid) {
        ((ObjectNode) panel.path("datasource")).put("uid", uid);
    }

    private static ObjectNode target(ObjectNode board) {
        return (ObjectNode) panel(board).path("targets").path(0);
    }

    private static void ask(ObjectNode board, String expr) {
        target(board).put("expr", Query.promql(expr));
    }

    private static void leads(ObjectNode board, String url) {
        defaults(board).putArray("links").addObject().put("url", url);
    }
}
