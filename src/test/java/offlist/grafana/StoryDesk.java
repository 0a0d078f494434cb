package offlist.grafana;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A ticket system that numbers what it is told and takes the rest. */
final class StoryDesk implements AutoCloseable {
    private static final String API = """
              tickets:
                name: desk
                url: "%s"
                api:
                  format: plain
                  create:
                    method: POST
                    url: "{url}/tickets"
                    body: '{"subject": "{title}", "reference": "{key}"}'
                    id: /id
                    link: "{url}/tickets/{id}"
                  find: {url: "{url}/find?reference={key}", items: /tickets, where: {at: /reference, is: "{key}"}, id: /id, link: "{url}/tickets/{id}"}
                  update: [{method: POST, url: "{url}/tickets/{id}/notes", body: '{"text": "{note}"}'}]
                  close: [{method: PUT, url: "{url}/tickets/{id}", body: '{"state": "closed"}'}]
                  reopen: [{method: PUT, url: "{url}/tickets/{id}", body: '{"state": "open"}'}]
            """;

    private final AtomicInteger made = new AtomicInteger();
    private final HttpServer server;

    StoryDesk() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    /** What of the section {@code removal} is about tickets. */
    String configuration() {
        return API.formatted("http://127.0.0.1:" + server.getAddress().getPort());
    }

    int made() {
        return made.get();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            boolean create = exchange.getRequestMethod().equals("POST")
                    && exchange.getRequestURI().getPath().equals("/tickets");
            String reply = create ? "{\"id\": %d}".formatted(made.incrementAndGet()) : "{\"tickets\": []}";
            byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
