package offlist.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import offlist.testing.Alertmanager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What keeps what quiet in the example for Alertmanager, said by an Alertmanager, and who hears of what. */
class InhibitionsTest {
    private static final Path FILE = Rules.FOLDER.resolve("alertmanager.yml");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The labels that a test of the rules has seen an alert fire with. */
    private static final Map<String, Map<String, String>> SEEN = new TreeMap<>();

    static {
        Rules.expected()
                .forEach(each -> each.firing().stream()
                        .findFirst()
                        .ifPresent(firing -> SEEN.putIfAbsent(each.alert(), Rules.texts(firing, "exp_labels"))));
    }

    /** Alerts at an instance of their own. */
    private static final class Story {
        private final String instance;
        private final List<Map<String, String>> alerts = new ArrayList<>();
        private final Set<String> quiet = new TreeSet<>();

        Story(String cause) {
            instance = cause + ":9000";
            told(cause);
        }

        Story quiet(String... names) {
            for (String name : names) {
                quiet.add(instance + " " + name);
                alerts.add(labels(name));
            }
            return this;
        }

        Story told(String... names) {
            for (String name : names) {
                alerts.add(labels(name));
            }
            return this;
        }

        /** Told although its like is quiet, since one label is another. */
        Story toldOf(String label, String value, String name) {
            Map<String, String> labels = labels(name);
            labels.put(label, value);
            alerts.add(labels);
            return this;
        }

        private Map<String, String> labels(String name) {
            Map<String, String> labels = new TreeMap<>(SEEN.getOrDefault(name, Map.of()));
            labels.put("alertname", name);
            labels.put("instance", instance);
            return labels;
        }
    }

    private static List<Story> stories() {
        String[] all = SEEN.keySet().stream()
                .filter(name -> !name.equals("OfflistDown") && !name.equals("OfflistScrapeMissing"))
                .toArray(String[]::new);
        return List.of(
                new Story("OfflistDown").quiet(all).toldOf("instance", "another:9000", "OfflistRefusals"),
                new Story("OfflistNoResolver")
                        .quiet(
                                "OfflistResolverBlind",
                                "OfflistListBlind",
                                "OfflistCoverageBehind",
                                "OfflistNeverAnswered",
                                "OfflistUnknownLong")
                        .told("OfflistListedCritical", "OfflistOutboxStuck"),
                new Story("OfflistListBlind")
                        .quiet("OfflistCoverageBehind", "OfflistNeverAnswered", "OfflistBudgetStretched")
                        .told("OfflistListedMajor", "OfflistUnknownLong", "OfflistResolverBlind")
                        .toldOf("list", "psbl", "OfflistCoverageBehind"),
                new Story("OfflistListedCritical")
                        .quiet("OfflistListedMajor", "OfflistListedMinor")
                        .toldOf("pool", "more", "OfflistListedMajor")
                        .toldOf("list", "psbl", "OfflistListedMinor"),
                new Story("OfflistListedMajor").quiet("OfflistListedMinor").told("OfflistPoolSourceFailing"),
                new Story("OfflistPoolListed")
                        .quiet("OfflistListedMajor", "OfflistListedMinor", "OfflistScorePoor")
                        .told("OfflistListedCritical")
                        .toldOf("pool", "more", "OfflistListedMajor"),
                new Story("OfflistBudgetSpent")
                        .quiet("OfflistBudgetStretched", "OfflistCoverageBehind")
                        .told("OfflistListedMinor"),
                new Story("OfflistOutboxStuck")
                        .quiet("OfflistMessageGivenUp")
                        .toldOf("receiver", "mail", "OfflistMessageGivenUp"));
    }

    @Test
    void theCauseIsToldAndWhatFollowsFromItIsNot() throws Exception {
        Set<String> quiet = new TreeSet<>();
        ArrayNode alerts = JSON.createArrayNode();
        for (Story story : stories()) {
            quiet.addAll(story.quiet);
            story.alerts.forEach(labels -> alerts.addObject().set("labels", JSON.<JsonNode>valueToTree(labels)));
        }
        try (Alertmanager server = Alertmanager.start(withoutReceivers())) {
            assertThat(send(server, "POST", alerts.toString()).statusCode()).isEqualTo(200);

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(suppressed(server)).isEqualTo(quiet));
            assertThat(JSON.readTree(send(server, "GET", "").body())).hasSize(alerts.size());
        }
    }

    /** Each rule of inhibition is the beginning of a story. */
    @Test
    void noRuleGoesUntried() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(FILE));

        assertThat(Rules.maps(file, "inhibit_rules"))
                .extracting(rule -> String.valueOf(rule.get("source_matchers")))
                .containsExactlyInAnyOrderElementsOf(stories().stream()
                        .map(story -> "[alertname=\"" + story.instance.replace(":9000", "") + "\"]")
                        .toList());
    }

    private static Set<String> suppressed(Alertmanager server) throws Exception {
        Set<String> suppressed = new TreeSet<>();
        JSON.readTree(send(server, "GET", "").body()).forEach(alert -> {
            if (alert.at("/status/state").asText().equals("suppressed")
                    && !alert.at("/status/inhibitedBy").isEmpty()) {
                suppressed.add(alert.at("/labels/instance").asText() + " "
                        + alert.at("/labels/alertname").asText());
            }
        });
        return suppressed;
    }

    private static HttpResponse<String> send(Alertmanager server, String method, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "/api/v2/alerts"))
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    body.isEmpty()
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** The example with receivers that tell nobody: nothing shall leave this machine. */
    private static String withoutReceivers() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(FILE));
        file.put(
                "receivers",
                Rules.maps(file, "receivers").stream()
                        .map(receiver -> Map.of("name", String.valueOf(receiver.get("name"))))
                        .toList());
        file.remove("global");
        return new Yaml().dump(file);
    }

    static Stream<Rules.Rule> alerts() {
        return Rules.read(Rules.ALERTS).all().stream();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void theSeverityOfAnAlertSaysWhoHearsOfIt(Rules.Rule alert) {
        Map<String, String> labels = new TreeMap<>(alert.labels());
        labels.put("alertname", alert.name());

        assertThat(Alertmanager.receivers(FILE, labels))
                .isEqualTo(Map.of("critical", "night", "warning", "day", "info", "week")
                        .get(alert.labels().get("severity")));
    }

    @Test
    void anAlertOfOthersGoesToOfflistAndToPeople() {
        assertThat(Alertmanager.receivers(FILE, Map.of("alertname", "QueueGrows", "address", "192.0.2.10")))
                .isEqualTo("offlist,day");
    }
}
