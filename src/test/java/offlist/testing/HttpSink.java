package offlist.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Takes what is posted to an incoming webhook, as Slack does, and keeps it. Can fail for a while. */
public final class HttpSink implements AutoCloseable {
    private static final String PATH = "/services/T0/B0/secret";

    /**
     * @param key the same for every attempt to tell the same
     * @param headline the line that stands in notifications
     */
    public record Post(String key, String headline, JsonNode body) {}

    private final HttpServer server;
    private final ObjectMapper json = new ObjectMapper();
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<Runnable> disturbance = new AtomicReference<>(() -> {});

    private HttpSink(HttpServer server) {
        this.server = server;
    }

    public static HttpSink start() {
        try {
            HttpSink sink =
                    new HttpSink(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50));
            sink.server.createContext(PATH, sink::take);
            sink.server.start();
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    /** Answers the next posts with 503 and keeps nothing of them. */
    public void failNext(int times) {
        failures.set(times);
    }

    /** Does something when the next post has been taken, before the sender is told so. */
    public void onNextPost(Runnable action) {
        disturbance.set(action);
    }

    /** What was taken so far, the oldest first. */
    public List<Post> posts() {
        return List.copyOf(posts);
    }

    /** Those whose headline contains all of the words. */
    public List<Post> posts(String... words) {
        return posts.stream()
                .filter(post -> List.of(words).stream().allMatch(post.headline()::contains))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            JsonNode message = json.readTree(body);
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            posts.add(new Post(String.valueOf(key), message.path("text").asText(), message));
            disturbance.getAndSet(() -> {}).run();
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
