package offlist.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.catalogue.CatalogueReader;
import offlist.config.Reading;
import offlist.config.SettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The Helm chart and the plain manifests. Neither Helm nor a cluster takes part: see {@link ChartTemplate}. */
class ChartTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("deploy/helm/offlist");
    private static final String EVERYTHING = """
            secretName: offlist-secrets
            hosts: offlist.example.com
            env: [{name: OFFLIST_JAVA_OPTS, value: -Xmx512m}]
            storage: {className: fast}
            serviceMonitor: {enabled: true, labels: {release: monitoring}}
            prometheusRule: {enabled: true, labels: {release: monitoring}}
            dashboards: {enabled: true}
            bounces: {enabled: true}
            networkPolicy: {clientNamespaces: [ingress, monitoring], egressUdpPorts: [5353]}
            """;
    private static final String LITTLE = """
            unbound: {enabled: false}
            networkPolicy: {enabled: false}
            podDisruptionBudget: {enabled: false}
            """;

    private final Chart chart = Chart.of(FOLDER);

    private static JsonNode json(Object object) {
        return JSON.valueToTree(object);
    }

    private static List<JsonNode> objects(Chart chart) {
        return chart.objects("watch").stream().map(ChartTest::json).toList();
    }

    private static JsonNode one(Chart chart, String kind) {
        return objects(chart).stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode pod(Chart chart) {
        return one(chart, "StatefulSet").path("spec").path("template").path("spec");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", EVERYTHING, LITTLE})
    void everyObjectHasItsKindItsNameAndTheLabelsItIsFoundBy(String values) {
        List<JsonNode> objects = objects(chart.with(values));

        assertThat(objects).hasSizeGreaterThanOrEqualTo(3).allSatisfy(object -> {
            assertThat(object.path("apiVersion").asText()).matches("([a-z0-9.]+/)?v1");
            assertThat(object.path("kind").asText()).isNotEmpty();
            assertThat(object.path("metadata").path("name").asText()).matches("watch(-[a-z]+)?");
            assertThat(object.path("metadata")
                            .path("labels")
                            .path("app.kubernetes.io/instance")
                            .asText())
                    .isEqualTo("watch");
        });
        assertThat(objects.stream()
                        .map(object -> object.path("kind").asText()
                                + object.at("/metadata/name").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatCanBeSwitchedOnIsThereWhenItIs() {
        assertThat(objects(chart.with(EVERYTHING)))
                .extracting(object -> object.path("kind").asText())
                .containsExactlyInAnyOrder(
                        "ConfigMap",
                        "ConfigMap",
                        "ConfigMap",
                        "StatefulSet",
                        "Service",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "ServiceMonitor",
                        "PrometheusRule",
                        "PrometheusRule");
        assertThat(objects(chart.with(LITTLE)))
                .extracting(object -> object.path("kind").asText())
                .containsExactlyInAnyOrder("ConfigMap", "StatefulSet", "Service");
    }

    @Test
    void selectorsFindThePod() {
        Chart everything = chart.with(EVERYTHING);
        JsonNode labels = one(everything, "StatefulSet").at("/spec/template/metadata/labels");

        assertThat(one(everything, "StatefulSet").at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
        assertThat(one(everything, "Service").at("/spec/selector")).isEqualTo(labels);
        assertThat(one(everything, "NetworkPolicy").at("/spec/podSelector/matchLabels"))
                .isEqualTo(labels);
        assertThat(one(everything, "PodDisruptionBudget").at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
        assertThat(one(everything, "ServiceMonitor").at("/spec/selector/matchLabels"))
                .isEqualTo(one(everything, "Service").at("/metadata/labels"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", EVERYTHING, LITTLE})
    void everyMountHasItsVolumeAndEveryPortItsName(String values) {
        Chart chosen = chart.with(values);
        Set<String> volumes = new TreeSet<>();
        pod(chosen)
                .path("volumes")
                .forEach(volume -> volumes.add(volume.path("name").asText()));
        volumes.add(one(chosen, "StatefulSet")
                .at("/spec/volumeClaimTemplates/0/metadata/name")
                .asText());
        Set<String> mounted = new TreeSet<>();
        pod(chosen)
                .path("containers")
                .forEach(container -> container
                        .path("volumeMounts")
                        .forEach(mount -> mounted.add(mount.path("name").asText())));
        Set<String> ports = new TreeSet<>();
        pod(chosen)
                .at("/containers/0/ports")
                .forEach(port -> ports.add(port.path("name").asText()));

        assertThat(mounted).isEqualTo(volumes);
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(ports)
                    .contains(pod(chosen)
                            .at("/containers/0/" + probe + "/httpGet/port")
                            .asText());
        }
        one(chosen, "Service")
                .at("/spec/ports")
                .forEach(port ->
                        assertThat(ports).contains(port.path("targetPort").asText()));
    }

    @Test
    void onlyWhoWasNamedComesIn() {
        assertThat(comers(one(chart, "NetworkPolicy")))
                .containsExactly("http from offlist-client", "management from monitoring");
        assertThat(comers(one(chart.with(EVERYTHING), "NetworkPolicy")))
                .containsExactly("http,bounces from offlist-client,ingress,monitoring", "management from monitoring");
    }

    private static List<String> comers(JsonNode policy) {
        return policy.at("/spec/ingress")
                .valueStream()
                .map(rule -> String.join(",", rule.path("ports").findValuesAsText("port")) + " from "
                        + rule.path("from")
                                .valueStream()
                                .flatMap(from -> Stream.concat(
                                        from.at("/podSelector/matchLabels").propertyStream(),
                                        from.at("/namespaceSelector/matchLabels")
                                                .propertyStream()))
                                .map(label -> label.getValue().asText().equals("true")
                                        ? label.getKey()
                                        : label.getValue().asText())
                                .collect(Collectors.joining(",")))
                .toList();
    }

    @Test
    void theDaemonReachesResolversAtOtherPortsWhereTheValuesSaySo() {
        assertThat(one(chart.with(EVERYTHING), "NetworkPolicy").at("/spec/egress/0/ports"))
                .contains(json(Map.of("port", 5353, "protocol", "UDP")));
    }

    @Test
    void noContainerMayDoMoreThanItsWork() {
        assertThat(pod(chart).at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod(chart).at("/securityContext/runAsUser").asInt()).isPositive();
        assertThat(pod(chart).path("automountServiceAccountToken").asBoolean(true))
                .isFalse();
        assertThat(pod(chart).path("containers")).hasSize(2).allSatisfy(container -> {
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                    .isEqualTo("ALL");
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
        });
    }

    @Test
    void theConfigurationOfTheChartHasNoProblems() {
        String yaml = one(chart, "ConfigMap").at("/data/offlist.yaml").asText();

        assertThat(SettingsReader.read(yaml, FOLDER, CatalogueReader.shipped())).isInstanceOf(Reading.Good.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts", "recording"})
    void aPrometheusRuleIsTheFileThatPromtoolHasTested(String name) throws IOException {
        Object file = new Yaml().load(Files.readString(Path.of("deploy/prometheus", name + ".yml")));

        assertThat(rule(chart.with(EVERYTHING), name)).isEqualTo(json(file));
    }

    @Test
    void theLinksOfAlertsBeginAsTheValuesSay() {
        String values = "prometheusRule: {enabled: true, runbooks: 'https://docs.example.com/',"
                + " dashboards: 'https://grafana.example.com/d/offlist-'}";
        List<JsonNode> links = rule(chart.with(values), "alerts").findValues("annotations");

        assertThat(links).isNotEmpty().allSatisfy(each -> {
            assertThat(each.path("runbook_url").asText()).matches("https://docs\\.example\\.com/Offlist\\w+\\.md");
            assertThat(each.path("dashboard_url").asText()).startsWith("https://grafana.example.com/d/offlist-");
        });
    }

    private static JsonNode rule(Chart chart, String name) {
        return objects(chart).stream()
                .filter(object -> object.path("kind").asText().equals("PrometheusRule"))
                .filter(object -> object.at("/metadata/name").asText().equals("watch-" + name))
                .findFirst()
                .orElseThrow()
                .path("spec");
    }

    @Test
    void everyDashboardIsInTheConfigMapOfTheSideCarWhichIsNotTooLarge() throws IOException {
        Map<String, Object> map = chart.with(EVERYTHING).objects("watch").stream()
                .filter(object -> json(object).at("/metadata/name").asText().equals("watch-dashboards"))
                .findFirst()
                .orElseThrow();
        JsonNode dashboards = json(map).path("data");

        int size = 0;
        try (var files = Files.list(Path.of("grafana/dashboards"))) {
            for (Path file : files.toList()) {
                String text = dashboards.path(file.getFileName().toString()).asText();
                assertThat(text).isEqualTo(Files.readString(file));
                size += text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
            }
        }
        assertThat(dashboards.size()).isEqualTo(7);
        // What the API server takes.
        assertThat(size).isLessThan(1024 * 1024);
        assertThat(json(map).at("/metadata/labels/grafana_dashboard").asText()).isEqualTo("1");
    }

    @Test
    void thePlainManifestsAreTheChartAsItComes() throws IOException {
        String head = "# Made from the chart in deploy/helm with its own values; ChartTest compares.\n";
        Path file = Path.of("deploy/kubernetes/offlist.yaml");
        String wanted = head + chart.text("offlist");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, wanted);
        }

        assertThat(Files.readString(file)).isEqualTo(wanted);
    }

    @Test
    void itsValuesAreAsTheirSchemaSays() throws IOException {
        JsonNode schema = JSON.readTree(FOLDER.resolve("values.schema.json").toFile());

        assertThat(problems("", schema, json(chart.values()))).isEmpty();
        assertThat(problems("", schema, json(chart.with(EVERYTHING).values()))).isEmpty();
        assertThat(keys(schema.path("properties"))).isEqualTo(keys(json(chart.values())));
        assertThat(problems("", schema, json(chart.with("storage: {size: much}").values())))
                .containsExactly(".storage.size is not like ^[1-9][0-9]*[KMGT]i?$");
        assertThat(problems(
                        "", schema, json(chart.with("unbound: {enbled: true}").values())))
                .containsExactly(".unbound.enbled is unknown");
        assertThat(problems(
                        "",
                        schema,
                        json(chart.with("networkPolicy: {egressPorts: [x]}").values())))
                .containsExactly(".networkPolicy.egressPorts[] is not of type integer");
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new TreeSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** The words of JSON Schema that this schema uses. */
    private static List<String> problems(String path, JsonNode schema, JsonNode value) {
        String type = schema.path("type").asText();
        boolean fits = switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isInt();
            default -> throw new AssertionError("a type that is not understood: " + type);
        };
        if (!fits) {
            return List.of(path + " is not of type " + type);
        }
        List<String> problems = new java.util.ArrayList<>();
        if (schema.has("pattern")
                && !Pattern.compile(schema.path("pattern").asText())
                        .matcher(value.asText())
                        .find()) {
            problems.add(path + " is not like " + schema.path("pattern").asText());
        }
        schema.path("required").forEach(key -> {
            if (!value.has(key.asText())) {
                problems.add(path + "." + key.asText() + " is missing");
            }
        });
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode inner = schema.path("properties").path(field.getKey());
            if (!inner.isMissingNode()) {
                problems.addAll(problems(path + "." + field.getKey(), inner, field.getValue()));
            } else if (!schema.path("additionalProperties").asBoolean(true)) {
                problems.add(path + "." + field.getKey() + " is unknown");
            }
        }
        value.elements().forEachRemaining(item -> {
            if (value.isArray() && schema.has("items")) {
                problems.addAll(problems(path + "[]", schema.path("items"), item));
            }
        });
        return problems;
    }

    @Test
    void aTemplateThatIsNotUnderstoodIsNoTemplateThatPasses() {
        for (String template :
                List.of("{{ lookup \"v1\" }}", "{{ .Values.nothing }}", "{{ .Release.Name | b64enc }}")) {
            assertThatThrownBy(() -> new ChartTemplate(template, chart)
                            .render(Map.of("Values", Map.of(), "Release", Map.of("Name", "x"))))
                    .isInstanceOf(AssertionError.class);
        }
    }
}
