package offlist.bounce.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class BoundedGetTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService hands = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setExecutor(hands);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        hands.shutdown();
        client.close();
    }

    private interface Answer {
        void to(HttpExchange exchange) throws Exception;
    }

    private URI at(String path, Answer answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                answer.to(exchange);
            } catch (Exception e) {
                throw new IOException(e);
            }
        });
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Test
    void whatIsThereIsFetched() throws IOException {
        byte[] body = "a certificate".getBytes(StandardCharsets.US_ASCII);
        URI address = at("/a.pem", exchange -> send(exchange, 200, body));

        assertThat(new BoundedGet(client, LONG).get(address)).isEqualTo(body);
    }

    @Test
    void asMuchAsIsAllowedIsFetched() throws IOException {
        URI address = at("/full", exchange -> send(exchange, 200, new byte[BoundedGet.MOST]));

        assertThat(new BoundedGet(client, LONG).get(address)).hasSize(BoundedGet.MOST);
    }

    @Test
    void aBodyWithoutEndIsGivenUp() {
        URI address = at("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (end.getCount() > 0) {
                exchange.getResponseBody().write(new byte[10_000]);
            }
        });

        assertThatThrownBy(() -> new BoundedGet(client, LONG).get(address))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("more than " + BoundedGet.MOST + " bytes");
    }

    @Test
    void whoNeverAnswersIsNotWaitedFor() {
        URI address = at("/silent", exchange -> end.await());

        assertThatThrownBy(() -> new BoundedGet(client, SHORT).get(address))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not answer in 300 ms");
    }

    @Test
    void whoNeverEndsIsNotWaitedFor() {
        URI address = at("/stalled", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            end.await();
        });

        assertThatThrownBy(() -> new BoundedGet(client, SHORT).get(address))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not answer in 300 ms");
    }

    @Test
    void aRedirectIsNotFollowed() {
        AtomicInteger elsewhere = new AtomicInteger();
        URI other = at("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            send(exchange, 200, new byte[1]);
        });
        URI address = at("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", other.toString());
            exchange.sendResponseHeaders(302, -1);
        });

        assertThatThrownBy(() -> new BoundedGet(client, LONG).get(address))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answers 302");
        assertThat(elsewhere).hasValue(0);
    }

    @Test
    void whoDoesNotListenIsAnIoException() {
        URI nobody = at("/gone", exchange -> {});
        server.stop(0);

        assertThatThrownBy(() -> new BoundedGet(client, LONG).get(nobody)).isInstanceOf(IOException.class);
    }

    @Test
    void aClientThatFollowsRedirectsIsAMistake() {
        try (HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            assertThatThrownBy(() -> new BoundedGet(following, LONG)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
