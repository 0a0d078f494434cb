package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offlist.dns.ResolverId;
import offlist.track.Held;
import offlist.track.Suspected;

/** Asks the daemon of this machine what it remembers. One that does not answer at once is none. */
final class DaemonMemory {
    private static final Duration CONNECT = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LARGEST = 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    /** Whoever was not there a moment ago is not asked again. */
    private boolean missing;

    private DaemonMemory(String base) {
        this.base = base;
    }

    /** The one on the configured port, when that is on this machine. */
    static Optional<DaemonMemory> here() {
        String host = Ports.host("quarkus.http");
        boolean any = host.equals("0.0.0.0") || host.equals("::");
        return any || loopback(host) ? Optional.of(at(Ports.port("quarkus.http", Ports.PAGES))) : Optional.empty();
    }

    static DaemonMemory at(int port) {
        return new DaemonMemory("http://127.0.0.1:" + port);
    }

    private static boolean loopback(String host) {
        return host.equals("localhost") || (host.matches("[0-9.]+|.*:.*") && literal(host));
    }

    private static boolean literal(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (IOException e) {
            return false;
        }
    }

    String base() {
        return base;
    }

    /**
     * What the daemon says of a pair.
     *
     * @param before its memory; empty when it does not watch the pair
     * @param words the same for people, or why there is none
     */
    record Said(Optional<JsonNode> before, JsonNode recent, List<String> words) {
        static Said nothing(String why) {
            return new Said(Optional.empty(), JSON.createArrayNode(), List.of(why));
        }

        /** What an answer would be compared with. */
        Optional<Held> held() {
            return before.map(Said::held);
        }

        private static Held held(JsonNode before) {
            return new Held(
                    before.path("codes").isEmpty() ? Optional.empty() : Optional.of(texts(before.path("codes"))),
                    before.path("flapping").asBoolean(),
                    Duration.ofSeconds(before.path("calmSeconds").asLong()),
                    Optional.of(before.path("suspicion"))
                            .filter(JsonNode::isObject)
                            .flatMap(Said::suspected),
                    Math.max(1, before.path("looksWanted").asInt(1)),
                    before.path("recording").asBoolean());
        }

        private static Optional<Suspected> suspected(JsonNode suspicion) {
            try {
                boolean listed = suspicion.path("says").asText().equals("listed");
                return Optional.of(new Suspected(
                        listed ? Optional.of(texts(suspicion.path("codes"))) : Optional.empty(),
                        suspicion.path("looks").asInt(),
                        Instant.parse(suspicion.path("since").asText()),
                        Instant.parse(suspicion.path("last").asText()),
                        new ResolverId(suspicion.path("resolver").asText())));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    Said pair(String address, String list) {
        Optional<JsonNode> answer =
                get("/api/v1/explain?ask=false&address=" + encoded(address) + "&list=" + encoded(list));
        if (answer.isEmpty()) {
            return Said.nothing("nothing is known from before: no daemon answers at " + base);
        }
        JsonNode said = answer.get();
        if (said.path("before").isObject()) {
            return new Said(
                    Optional.of(said.path("before")),
                    said.path("recent"),
                    texts(said.path("before").path("words")));
        }
        String why = said.path("detail").asText("it does not watch this address");
        return Said.nothing("the daemon at " + base + " knows nothing from before: " + why);
    }

    /** Its state on each list, by the id of the list; empty when there is no daemon or it does not know the address. */
    Optional<JsonNode> address(String address) {
        return get("/api/v1/addresses/" + encoded(address))
                .filter(said -> said.path("lists").isArray());
    }

    /** An answer in JSON, a problem too; empty for anything that is not Offlist's. */
    private Optional<JsonNode> get(String path) {
        Optional<JsonNode> answer = missing ? Optional.empty() : ask(path);
        missing = answer.isEmpty();
        return answer;
    }

    private Optional<JsonNode> ask(String path) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                JsonNode json = JSON.readTree(body.readNBytes(LARGEST));
                boolean ours = json.has("address") || json.path("type").asText().startsWith("urn:offlist:");
                return ours ? Optional.of(json) : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
