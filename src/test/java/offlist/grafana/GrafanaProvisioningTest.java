package offlist.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The files from which Grafana takes data sources and dashboards by itself, and how compose hands them to it. */
class GrafanaProvisioningTest {
    private static final Path PROVISIONING = GrafanaFiles.ROOT.resolve("provisioning");
    private static final Path COMPOSE = Path.of("deploy/compose");

    private static JsonNode yaml(Path file) throws IOException {
        Object document = new Yaml().load(Files.readString(file));
        return new ObjectMapper().valueToTree(document);
    }

    private static JsonNode dataSource(String type) throws IOException {
        JsonNode file = yaml(PROVISIONING.resolve("datasources/prometheus.yaml"));
        assertThat(file.path("apiVersion").asInt()).isEqualTo(1);
        return file.path("datasources")
                .valueStream()
                .filter(each -> each.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void prometheusHasAFixedIdAndItsScrapeIntervalAsPrometheusHasIt() throws IOException {
        JsonNode prometheus = dataSource("prometheus");
        assertThat(prometheus.path("uid").asText()).isEqualTo("prometheus");
        assertThat(prometheus.path("access").asText()).isEqualTo("proxy");
        assertThat(prometheus.path("isDefault").asBoolean()).isTrue();
        assertThat(prometheus.path("jsonData").path("timeInterval").asText())
                .isEqualTo(yaml(Path.of("deploy/prometheus/prometheus.yml"))
                        .path("global")
                        .path("scrape_interval")
                        .asText());
    }

    @Test
    void theAlertmanagerIsThatOfPrometheus() throws IOException {
        JsonNode alertmanager = dataSource("alertmanager");
        assertThat(alertmanager.path("uid").asText()).isEqualTo("alertmanager");
        assertThat(alertmanager.path("jsonData").path("implementation").asText())
                .isEqualTo("prometheus");
    }

    @Test
    void theAddressesAreServicesOfCompose() throws IOException {
        JsonNode services = yaml(COMPOSE.resolve("compose.yaml")).path("services");
        for (String type : List.of("prometheus", "alertmanager")) {
            assertThat(dataSource(type).path("url").asText()).matches("http://" + type + ":[0-9]+");
            assertThat(services.has(type)).isTrue();
        }
    }

    @Test
    void composeMountsWhatLiesHereAndTheDashboardsWhereTheyAreLookedFor() throws IOException {
        JsonNode provider = yaml(PROVISIONING.resolve("dashboards/offlist.yaml"))
                .path("providers")
                .path(0);
        assertThat(provider.path("type").asText()).isEqualTo("file");
        List<String> mounts = yaml(COMPOSE.resolve("compose.yaml"))
                .path("services")
                .path("grafana")
                .path("volumes")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
        assertThat(mounts)
                .contains(
                        "../../grafana/dashboards:"
                                + provider.path("options").path("path").asText() + ":ro",
                        "../../grafana/provisioning/dashboards:/etc/grafana/provisioning/dashboards:ro",
                        "../../grafana/provisioning/datasources:/etc/grafana/provisioning/datasources:ro");
        assertThat(mounts.stream()
                        .filter(mount -> mount.startsWith("."))
                        .map(mount -> COMPOSE.resolve(mount.replaceAll(":.*", ""))))
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder).isDirectory());
    }
}
