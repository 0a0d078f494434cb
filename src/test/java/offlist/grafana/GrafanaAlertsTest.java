package offlist.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Grafana's alerts are Prometheus', in the form that Grafana's documentation asks for. */
class GrafanaAlertsTest {
    private static final Set<String> RULE_KEYS = Set.of(
            "uid",
            "title",
            "condition",
            "data",
            "noDataState",
            "execErrState",
            "for",
            "keepFiringFor",
            "missing_series_evals_to_resolve",
            "labels",
            "annotations",
            "isPaused");
    private static final Set<String> POLICY_KEYS = Set.of(
            "orgId",
            "receiver",
            "group_by",
            "group_wait",
            "group_interval",
            "repeat_interval",
            "routes",
            "object_matchers");
    private static final Pattern TEMPLATE = Pattern.compile(
            "\\{\\{ (?:\\.Labels\\.[a-z]+|\\.Values\\.A\\.Value)( \\| humanize(?:Percentage|Duration)?)? }}");

    @BeforeAll
    static void writesThemWhenTold() throws IOException {
        if (Boolean.getBoolean("offlist.write")) {
            GrafanaAlerts.write();
        }
    }

    @Test
    void theFilesAreThoseOfTheProgram() throws IOException {
        for (Map.Entry<Path, String> file : GrafanaAlerts.all().entrySet()) {
            assertThat(file.getKey()).as("written with -Dofflist.write=true").hasContent(file.getValue());
        }
        try (Stream<Path> files = Files.list(GrafanaAlerts.FOLDER)) {
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(GrafanaAlerts.all().keySet());
        }
    }

    private static Map<String, Object> file(String name) {
        Map<String, Object> yaml;
        try {
            yaml = new Yaml().load(Files.readString(GrafanaAlerts.FOLDER.resolve(name)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(yaml).containsEntry("apiVersion", 1).hasSize(2);
        return yaml;
    }

    static Stream<Map<String, Object>> rules() {
        return Rules.maps(file("rules.yaml"), "groups").stream().flatMap(group -> Rules.maps(group, "rules").stream());
    }

    @Test
    void thereIsOneForEachAlertOfPrometheusUnderANameOfItsOwn() {
        assertThat(rules().map(rule -> rule.get("title")))
                .containsExactlyElementsOf(Rules.read(Rules.ALERTS).all().stream()
                        .map(Rules.Rule::name)
                        .toList());
        assertThat(rules().map(rule -> rule.get("uid")))
                .doesNotHaveDuplicates()
                .allSatisfy(uid -> assertThat(String.valueOf(uid)).matches("[a-z-]{1,40}"));
    }

    @Test
    void aGroupIsInAFolderAndHasAPace() {
        assertThat(Rules.maps(file("rules.yaml"), "groups"))
                .isNotEmpty()
                .allSatisfy(group -> assertThat(group)
                        .containsKeys("name", "rules")
                        .containsEntry("orgId", 1)
                        .containsEntry("folder", "Offlist")
                        .containsEntry("interval", "1m"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleHasTheKeysThatGrafanaKnowsAndNoOthers(Map<String, Object> rule) {
        assertThat(RULE_KEYS).containsAll(rule.keySet());
        assertThat(rule)
                .containsKeys("uid", "title", "condition", "data", "for", "labels", "annotations")
                .containsEntry("noDataState", "OK")
                .containsEntry("execErrState", "Error");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void itsConditionTakesWhateverTheQueryLeaves(Map<String, Object> rule) {
        List<Map<String, Object>> data = Rules.maps(rule, "data");

        assertThat(data).extracting(each -> each.get("refId")).containsExactly("A", "B");
        assertThat(data)
                .extracting(each -> each.get("datasourceUid"))
                .containsExactly(GrafanaAlerts.DATASOURCE, GrafanaAlerts.EXPRESSIONS);
        assertThat(data).allSatisfy(each -> {
            assertThat(Rules.map(each, "relativeTimeRange")).containsOnlyKeys("from", "to");
            assertThat(Rules.map(each, "model")).containsEntry("refId", each.get("refId"));
        });
        assertThat(Rules.map(data.getFirst(), "model"))
                .containsEntry("instant", true)
                .containsEntry("expr", prometheus(rule).expr());
        assertThat(rule).containsEntry("condition", data.getLast().get("refId"));
        assertThat(String.valueOf(Rules.map(data.getLast(), "model").get("expression")))
                .contains("$A");
    }

    private static Rules.Rule prometheus(Map<String, Object> rule) {
        return Rules.read(Rules.ALERTS).all().stream()
                .filter(alert -> alert.name().equals(rule.get("title")))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void itsTimesLabelsAndTextsAreThoseOfPrometheusInGrafanasWords(Map<String, Object> rule) {
        Rules.Rule alert = prometheus(rule);

        assertThat(rule).containsEntry("for", alert.forTime());
        assertThat(rule.getOrDefault("keepFiringFor", "")).isEqualTo(alert.keepFiringFor());
        assertThat(Rules.texts(rule, "labels")).isEqualTo(alert.labels());
        assertThat(Rules.texts(rule, "annotations")).hasSameSizeAs(alert.annotations());
        assertThat(Rules.texts(rule, "annotations").values()).allSatisfy(text -> {
            assertThat(text).doesNotContain("$");
            assertThat(TEMPLATE.matcher(text).replaceAll("")).doesNotContain("{{");
        });
    }

    @Test
    void policiesLeadToContactPointsThatThereAre() {
        Set<String> known = new TreeSet<>();
        for (Map<String, Object> point : Rules.maps(file("contact-points.yaml"), "contactPoints")) {
            assertThat(point).containsOnlyKeys("orgId", "name", "receivers");
            assertThat(Rules.maps(point, "receivers")).isNotEmpty().allSatisfy(receiver -> {
                assertThat(receiver).containsKeys("uid", "type", "settings").containsEntry("type", "email");
                assertThat(Rules.texts(receiver, "settings").get("addresses")).endsWith("@example.com");
            });
            known.add(String.valueOf(point.get("name")));
        }
        List<Map<String, Object>> policies = Rules.maps(file("policies.yaml"), "policies");

        assertThat(policies).hasSize(1);
        assertThat(Stream.concat(policies.stream(), Rules.maps(policies.getFirst(), "routes").stream()))
                .hasSize(3)
                .allSatisfy(policy -> {
                    assertThat(POLICY_KEYS).containsAll(policy.keySet());
                    assertThat(known).contains(String.valueOf(policy.get("receiver")));
                });
    }
}
