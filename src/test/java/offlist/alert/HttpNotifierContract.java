package offlist.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract for notifiers that speak HTTP: a server on the loopback that answers as it is told. */
public abstract class HttpNotifierContract extends NotifierContract {
    protected static final Duration PATIENCE = Duration.ofMillis(700);

    /** One request as it came; the names of headers are in lower case. */
    public record Request(String method, String path, Map<String, String> headers, String body) {}

    protected final List<Request> requests = new CopyOnWriteArrayList<>();
    protected volatile int status = 200;
    protected volatile String reply = "ok";
    /** Whether what was sent before is not there any more: a change of it is answered with 404. */
    protected volatile boolean gone;

    private HttpServer server;
    private ServerSocket mute;

    /** A notifier that posts to {@code base}, such as {@code http://127.0.0.1:1234}, with {@link #PATIENCE} and a secret. */
    protected abstract Notifier at(String base);

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stopServer() throws IOException {
        server.stop(0);
        mute.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        Request request = new Request(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
        requests.add(request);
        exchange.getResponseHeaders().add("Retry-After", "30");
        exchange.getResponseHeaders().add("Location", base() + "/elsewhere");
        byte[] words = reply(request).getBytes(StandardCharsets.UTF_8);
        int code = gone && !request.method().equals("POST") ? 404 : status;
        exchange.sendResponseHeaders(code, words.length == 0 ? -1 : words.length);
        exchange.getResponseBody().write(words);
        exchange.close();
    }

    /** What the server says to a request. */
    protected String reply(Request request) {
        return reply;
    }

    protected final String base() {
        return at(server.getAddress().getPort(), "");
    }

    private static String at(int port, String path) {
        return "http://127.0.0.1:" + port + path;
    }

    protected static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    }

    protected final Notifier answering(int code) {
        status = code;
        return at(base());
    }

    @Override
    protected Notifier accepted() {
        return answering(200);
    }

    @Override
    protected Notifier deferred() {
        return answering(429);
    }

    @Override
    protected Notifier refused() {
        return answering(404);
    }

    @Override
    protected Notifier absent() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return at(at(free.getLocalPort(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Notifier silent() {
        return at(at(mute.getLocalPort(), ""));
    }

    /** The header that makes a repeat known stands before the body. */
    @Override
    protected List<String> arrived() {
        return requests.stream()
                .map(request -> request.headers().getOrDefault("idempotency-key", "") + " " + request.body())
                .toList();
    }

    @Override
    protected List<String> bodies() {
        return requests.stream().map(Request::body).toList();
    }

    @Test
    void hostileTextGetsIntoNoHeader() {
        Notifier notifier = accepted();
        Hostile.TEXTS.values().forEach(text -> notifier.send(Hostile.with(Messages.opened(), text, "headers")));

        assertThat(requests)
                .allSatisfy(request ->
                        assertThat(request.path() + request.headers()).doesNotContain(Hostile.MARK, "evil"));
    }
}
