package offlist.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** What answers commands as the daemon's API does, and remembers what they asked. */
final class FakeDaemon implements AutoCloseable {
    private static final String PORT = "quarkus.http.port";

    /** A request as it came. */
    record Asked(String method, String uri, String body) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    volatile int status = 200;

    private final HttpServer server;

    /** @param answers what is answered to a URI */
    FakeDaemon(UnaryOperator<String> answers) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String uri = exchange.getRequestURI().toString();
            asked.add(new Asked(exchange.getRequestMethod(), uri, body));
            byte[] bytes = answers.apply(uri).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        System.setProperty(PORT, String.valueOf(port()));
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Nothing answers any more. */
    void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        stop();
        System.clearProperty(PORT);
    }
}
