package offlist.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Prometheus itself, from the Debian package {@code prometheus}, with files of rules and one daemon to scrape every second. */
public final class RulesServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Scratch scratch = Scratch.open("rules-server");
    private final String url = "http://127.0.0.1:" + FreePorts.next();
    private final Process process;

    private RulesServer(OfflistHome home, List<Path> rules) {
        scratch.write("prometheus.yml", """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: [%s]
                scrape_configs:
                  - job_name: offlist
                    static_configs: [{targets: ['127.0.0.1:%d']}]
                """.formatted(
                        String.join(
                                ", ",
                                rules.stream()
                                        .map(file -> file.toAbsolutePath().toString())
                                        .toList()),
                        home.managementPort));
        process = Program.start(
                scratch,
                "output.log",
                List.of(
                        Program.find("prometheus", "prometheus"),
                        "--config.file=" + scratch.file("prometheus.yml"),
                        "--storage.tsdb.path=" + scratch.file("data"),
                        "--web.listen-address=" + url.substring("http://".length())));
    }

    /** Waits until it has rules to show. */
    public static RulesServer start(OfflistHome home, Path... rules) {
        RulesServer server = new RulesServer(home, List.of(rules));
        try {
            await().atMost(START).until(() -> !server.groups().isEmpty());
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            throw new AssertionError("Prometheus did not start: " + server.scratch.read("output.log"), e);
        }
        return server;
    }

    /** What each rule says of its last evaluation: {@code ok}, {@code err} or {@code unknown}, by its name. */
    public List<Map.Entry<String, String>> health() {
        List<Map.Entry<String, String>> health = new ArrayList<>();
        groups().forEach(group -> group.path("rules")
                .forEach(rule -> health.add(Map.entry(
                        rule.path("name").asText(),
                        rule.path("health").asText() + rule.path("lastError").asText()))));
        return health;
    }

    /** The alerts in a state, {@code pending} or {@code firing}. */
    public Set<String> alerts(String state) {
        Set<String> names = new TreeSet<>();
        get("/api/v1/alerts").path("alerts").forEach(alert -> {
            if (alert.path("state").asText().equals(state)) {
                names.add(alert.at("/labels/alertname").asText());
            }
        });
        return names;
    }

    /** The values of a series now, none where there is none. */
    public List<String> values(String series) {
        List<String> values = new ArrayList<>();
        get("/api/v1/query?query=" + series)
                .path("result")
                .forEach(each -> values.add(each.at("/value/1").asText()));
        return values;
    }

    private JsonNode groups() {
        return get("/api/v1/rules").path("groups");
    }

    /** Nothing while it does not answer. */
    private JsonNode get(String path) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(answer.body()).path("data");
        } catch (java.net.ConnectException e) {
            return JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Program.stop(process);
        client.close();
        scratch.close();
    }
}
