package offlist.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import offlist.testing.Promtool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules for Prometheus: what they name exists, and each has been seen to fire and not to fire. */
class RulesTest {
    private static final Path RUNBOOKS = Path.of("docs/runbooks");
    private static final Pattern BOARD = Pattern.compile("/d/([a-z-]+)(?:\\?(.*))?");
    private static final Pattern LABEL = Pattern.compile("\\$labels\\.(\\w+)");

    /** Labels that rules and their templates may rely on without a metric that has them. */
    private static final Set<String> TARGET = Set.of("job", "instance");

    private static final KnownMetrics METRICS = KnownMetrics.read();
    private static final List<Rules.Expected> EXPECTED = Rules.expected();

    static Stream<Rules.Rule> alerts() {
        return Rules.read(Rules.ALERTS).all().stream();
    }

    static Stream<Rules.Rule> recordings() {
        return Rules.read(Rules.RECORDING).all().stream();
    }

    static Stream<Rules.Rule> all() {
        return Stream.concat(alerts(), recordings());
    }

    @Test
    void prometheusTakesThem() throws IOException {
        assertThat(Promtool.rules(Files.readString(Rules.ALERTS))).isEmpty();
        assertThat(Promtool.rules(Files.readString(Rules.RECORDING))).isEmpty();
    }

    @Test
    void theyDoWhatTheirTestsSay() {
        assertThat(Promtool.tests(Rules.TESTS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theMetricsAndLabelsOfAnExpressionExist(Rules.Rule rule) {
        assertThat(METRICS.missing(rule.expr(), Set.of())).isEmpty();
        assertThat(KnownMetrics.used(rule.expr())).isNotEmpty();
    }

    @Test
    void noTwoHaveTheSameName() {
        assertThat(all().map(Rules.Rule::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void anAlertHasATestInWhichItFiresAndOneInWhichItDoesNot(Rules.Rule alert) {
        List<Rules.Expected> its = EXPECTED.stream()
                .filter(each -> each.alert().equals(alert.name()))
                .toList();

        assertThat(its).anySatisfy(each -> assertThat(each.firing()).isEmpty());
        assertThat(its).anySatisfy(each -> assertThat(each.firing()).isNotEmpty());
    }

    @Test
    void aTestThatExpectsAnAlertComparesAllThatItSays() {
        assertThat(EXPECTED)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.firing()).allSatisfy(firing -> {
                    assertThat(Rules.texts(firing, "exp_labels")).containsKeys("severity", "app");
                    assertThat(Rules.texts(firing, "exp_annotations").keySet())
                            .containsExactlyInAnyOrder("summary", "description", "runbook_url", "dashboard_url");
                }));
    }

    @Test
    void noTestIsForAnAlertThatThereIsNot() {
        assertThat(alerts().map(Rules.Rule::name))
                .containsAll(EXPECTED.stream().map(Rules.Expected::alert).toList());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void whatIsRecordedHasATest(Rules.Rule recording) {
        assertThat(Rules.recorded()).contains(recording.name());
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void anAlertSaysHowBadItIsWhatItIsAndWhatToDo(Rules.Rule alert) {
        assertThat(alert.name()).matches("Offlist[A-Z][A-Za-z]+");
        assertThat(alert.forTime()).matches("[0-9]+[mhd]");
        assertThat(alert.labels()).containsEntry("app", "offlist");
        assertThat(alert.labels().get("severity")).isIn("critical", "warning", "info");
        assertThat(alert.annotations().keySet())
                .containsExactlyInAnyOrder("summary", "description", "runbook_url", "dashboard_url");
        assertThat(alert.annotations().get("summary")).hasSizeBetween(10, 80).doesNotEndWith(".");
        assertThat(alert.annotations().get("description")).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void theRunbookOfAnAlertIsThere(Rules.Rule alert) {
        assertThat(alert.annotations()).containsEntry("runbook_url", "docs/runbooks/" + alert.name() + ".md");
        assertThat(RUNBOOKS.resolve(alert.name() + ".md")).exists();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void theDashboardOfAnAlertIsThereAndHasTheVariables(Rules.Rule alert) throws IOException {
        Matcher board = BOARD.matcher(alert.annotations().getOrDefault("dashboard_url", ""));

        assertThat(board.matches()).isTrue();
        Path file = Path.of("grafana/dashboards", board.group(1) + ".json");
        assertThat(file).content().contains("\"uid\": \"" + board.group(1) + "\"");
        if (board.group(2) != null) {
            String json = Files.readString(file);
            assertThat(board.group(2).split("&", -1)).allSatisfy(parameter -> {
                assertThat(parameter).matches("var-[a-z]+=\\{\\{ \\$labels\\.[a-z]+ }}");
                assertThat(json).contains("\"name\": \"" + parameter.replaceAll("var-|=.*", "") + "\"");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void theLabelsThatTextsNameAreThoseOfTheAlert(Rules.Rule alert) {
        Set<String> there = new HashSet<>(TARGET);
        KnownMetrics.used(alert.expr())
                .forEach(each -> there.addAll(METRICS.labels().get(each.name())));

        assertThat(alert.annotations().values())
                .allSatisfy(text -> LABEL.matcher(text)
                        .results()
                        .forEach(label -> assertThat(there).contains(label.group(1))));
    }

    /** A template that finds no label writes nothing; the text of a test would then be wrong, and has been read. */
    @Test
    void noExpectedTextHasAGap() {
        assertThat(EXPECTED.stream()
                        .flatMap(each -> each.firing().stream())
                        .map(firing -> Rules.texts(firing, "exp_annotations"))
                        .map(Map::values))
                .allSatisfy(texts -> assertThat(texts).noneMatch(text -> text.matches(".*(no value|=(&.*|$)|  ).*")));
    }
}
