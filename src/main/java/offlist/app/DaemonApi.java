package offlist.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import offlist.alert.CappedBody;

/** The API of the daemon of this machine, as another command meets it. */
final class DaemonApi {
    private static final Duration CONNECT = Duration.ofMillis(500);
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final String PROBLEM = "urn:offlist:problem:";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final Duration patience;

    /** @param patience for a whole exchange, however slowly its answer drips */
    DaemonApi(String base, Duration patience) {
        this.base = base;
        this.patience = patience;
    }

    /** The one on the configured port. */
    static DaemonApi here(Duration patience) {
        return new DaemonApi(base(Ports.host("quarkus.http"), Ports.port("quarkus.http", Ports.PAGES)), patience);
    }

    static String base(String host, int port) {
        try {
            boolean any = host.equals("0.0.0.0") || host.equals("::");
            return new URI("http", null, any ? "127.0.0.1" : host, port, null, null, null).toString();
        } catch (URISyntaxException e) {
            throw new CommandError(CommandError.Exit.USAGE, "`" + host + "` in QUARKUS_HTTP_HOST is no host");
        }
    }

    /** What came of a request. */
    sealed interface Reply {
        /** It did what it was asked. */
        record Answer(JsonNode json) implements Reply {}

        /** It says why it did not. */
        record Declined(String type, String detail) implements Reply {}

        /** There is no daemon, or it keeps silent. */
        record Silent(String why) implements Reply {}

        /** @throws CommandError in the daemon's words when there is no answer */
        default JsonNode orRefuse() {
            return switch (this) {
                case Answer answer -> answer.json();
                case Declined declined -> throw new CommandError(exit(declined.type()), declined.detail());
                case Silent silent -> throw new CommandError(CommandError.Exit.UNAVAILABLE, silent.why());
            };
        }

        private static CommandError.Exit exit(String type) {
            return switch (type.substring(PROBLEM.length())) {
                case "store-failed" -> CommandError.Exit.STORE;
                case "failed", "took-too-long" -> CommandError.Exit.UNAVAILABLE;
                default -> CommandError.Exit.USAGE;
            };
        }
    }

    String base() {
        return base;
    }

    /** @param key one that the object of every answer has */
    Reply get(String path, String key) {
        return exchange("GET", path, BodyPublishers.noBody(), key);
    }

    /** @param type what the body is */
    Reply post(String path, String type, byte[] body, String key) {
        return exchange("POST", path, type, BodyPublishers.ofByteArray(body), key);
    }

    Reply post(String path, JsonNode body, String key) {
        return exchange("POST", path, BodyPublishers.ofString(body.toString()), key);
    }

    Reply patch(String path, JsonNode body, String key) {
        return exchange("PATCH", path, BodyPublishers.ofString(body.toString()), key);
    }

    Reply delete(String path, String key) {
        return exchange("DELETE", path, BodyPublishers.noBody(), key);
    }

    /** One part of a path or of a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Reply exchange(String method, String path, BodyPublisher body, String key) {
        return exchange(method, path, "application/json", body, key);
    }

    private Reply exchange(String method, String path, String type, BodyPublisher body, String key) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Content-Type", type)
                    .header("Accept", "application/json, application/problem+json")
                    .method(method, body)
                    .build();
            // The request's own time-out ends with the headers of the answer.
            HttpResponse<String> response = client.sendAsync(request, info -> new CappedBody(LARGEST))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return read(response, key);
        } catch (ExecutionException e) {
            return new Reply.Silent("no daemon answers at " + base);
        } catch (TimeoutException e) {
            return new Reply.Silent(
                    "the daemon at " + base + " did not answer within " + patience.toSeconds() + " s" + late(method));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Silent("no daemon answers at " + base);
        } finally {
            client.shutdownNow();
        }
    }

    private static String late(String method) {
        return method.equals("GET") ? "" : "; it may have done it all the same";
    }

    private Reply read(HttpResponse<String> response, String key) {
        try {
            JsonNode json = JSON.readTree(response.body());
            String type = json.path("type").asText();
            if (type.startsWith(PROBLEM)) {
                return new Reply.Declined(type, json.path("detail").asText());
            }
            if (response.statusCode() / 100 == 2 && json.has(key)) {
                return new Reply.Answer(json);
            }
        } catch (JsonProcessingException e) {
            // The one complaint below is for all that Offlist never says.
        }
        return new Reply.Silent("no daemon answers at " + base + ", but another program does");
    }
}
