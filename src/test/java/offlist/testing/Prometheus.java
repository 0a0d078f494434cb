package offlist.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real Prometheus, from the Debian package {@code prometheus}, that scrapes every second. */
public final class Prometheus implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFIGURATION = """
            global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
            scrape_configs:
              - job_name: offlist
                static_configs: [{targets: ['%s']}]
            """;

    /** What a series was worth when. */
    public record Point(Instant at, double value) {}

    /** A series of an answer; one point where it was asked how things are now. */
    public record Series(Map<String, String> labels, List<Point> points) {
        public Series {
            labels = Map.copyOf(labels);
            points = List.copyOf(points);
        }

        /** Empty where it has no such label, as in PromQL. */
        public String label(String name) {
            return labels.getOrDefault(name, "");
        }

        public double last() {
            return points.getLast().value();
        }
    }

    private final Scratch scratch = Scratch.open("prometheus");
    private final HttpClient client = HttpClient.newHttpClient();
    private final String url = "http://127.0.0.1:" + FreePorts.next();
    private final Process process;

    private Prometheus(String configuration) {
        scratch.write("prometheus.yml", configuration);
        process = Program.start(
                scratch,
                "output.log",
                List.of(
                        Program.find("prometheus", "prometheus"),
                        "--config.file=" + scratch.file("prometheus.yml"),
                        "--storage.tsdb.path=" + scratch.file("data"),
                        "--web.listen-address=" + url.substring("http://".length())));
    }

    /** @param target host and port of what is scraped */
    public static Prometheus scraping(String target) {
        return configured(CONFIGURATION.formatted(target));
    }

    /** @param configuration as in {@code prometheus.yml} */
    public static Prometheus configured(String configuration) {
        Prometheus server = new Prometheus(configuration);
        try {
            await().atMost(PATIENCE).until(server::ready);
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            throw new AssertionError("Prometheus did not start: " + server.scratch.read("output.log"), e);
        }
        return server;
    }

    private boolean ready() {
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(url + "/-/ready"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What an expression is worth at a time. */
    public List<Series> at(Instant time, String expr) {
        return vector(ask("query", Map.of("query", expr, "time", time.toString()))
                .path("data")
                .path("result"));
    }

    /** What an expression is worth now. */
    public List<Series> now(String expr) {
        return vector(ask("query", Map.of("query", expr)).path("data").path("result"));
    }

    private static List<Series> vector(JsonNode result) {
        return result.valueStream()
                .map(each -> new Series(labels(each), List.of(point(each.path("value")))))
                .toList();
    }

    /** What an expression was worth, step by step. */
    public List<Series> over(Instant from, Instant to, Duration step, String expr) {
        JsonNode answer = ask(
                "query_range",
                Map.of(
                        "query",
                        expr,
                        "start",
                        from.toString(),
                        "end",
                        to.toString(),
                        "step",
                        String.valueOf(step.toSeconds())));
        return answer.path("data")
                .path("result")
                .valueStream()
                .map(each -> new Series(
                        labels(each),
                        each.path("values").valueStream().map(Prometheus::point).toList()))
                .toList();
    }

    /** The values that a label has in the series of a selector, as a variable of Grafana asks for them. */
    public List<String> values(String selector, String label) {
        return ask("label/" + label + "/values", Map.of("match[]", selector))
                .path("data")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private static Map<String, String> labels(JsonNode series) {
        Map<String, String> labels = new TreeMap<>();
        series.path("metric")
                .properties()
                .forEach(each -> labels.put(each.getKey(), each.getValue().asText()));
        return labels;
    }

    /** Values are texts in Prometheus' JSON, as there is no infinity in JSON. */
    private static Point point(JsonNode pair) {
        String value = pair.path(1).asText();
        return new Point(
                Instant.ofEpochMilli(Math.round(pair.path(0).asDouble() * 1000)),
                switch (value) {
                    case "+Inf" -> Double.POSITIVE_INFINITY;
                    case "-Inf" -> Double.NEGATIVE_INFINITY;
                    default -> Double.parseDouble(value);
                });
    }

    private JsonNode ask(String what, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .flatMap(each -> Stream.of(encoded(each.getKey()) + "=" + encoded(each.getValue())))
                .collect(Collectors.joining("&"));
        try {
            var reply = client.send(
                    HttpRequest.newBuilder(URI.create(url + "/api/v1/" + what + "?" + query))
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
            if (reply.statusCode() != 200) {
                throw new AssertionError(parameters + ": " + reply.body());
            }
            return JSON.readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        Program.stop(process);
        client.close();
        scratch.close();
    }
}
