package offlist.alert.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import offlist.yaml.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackSocketTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    private final Vertx vertx = Vertx.vertx();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<ServerWebSocket> sockets = new CopyOnWriteArrayList<>();
    private volatile String opened = "";
    private volatile String greeting = "{\"type\":\"hello\",\"num_connections\":1}";
    private HttpServer server;
    private SlackSocket socket;

    @BeforeEach
    void startSlack() throws Exception {
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .webSocketHandler(connection -> {
                    connection.textMessageHandler(heard::add);
                    sockets.add(connection);
                    connection.writeTextMessage(greeting);
                })
                .requestHandler(request -> {
                    heard.add(request.path() + " " + request.getHeader("Authorization"));
                    request.response().end(opened);
                })
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        opened = "{\"ok\":true,\"url\":\"ws://127.0.0.1:" + server.actualPort() + "/link/?ticket=secret\"}";
        socket = socket(Duration.ZERO);
    }

    private SlackSocket socket(Duration brief) {
        return new SlackSocket(
                HttpClient.newHttpClient(),
                "http://127.0.0.1:" + server.actualPort() + "/api/",
                Secret.of("xapp-1"),
                new SlackClicks(() -> new SlackClicksTest.Noted(done), Runnable::run),
                Duration.ofSeconds(2),
                Duration.ofMillis(400),
                brief);
    }

    @AfterEach
    void stopSlack() {
        socket.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Thread listening() {
        Thread thread = new Thread(() -> socket.step(NOW), "socket");
        thread.start();
        await().until(() -> !sockets.isEmpty());
        return thread;
    }

    @Test
    void aPressedButtonIsAcknowledgedAndDone() {
        listening();
        sockets.getFirst()
                .writeTextMessage("{\"type\":\"interactive\",\"envelope_id\":\"e-1\",\"payload\":"
                        + SlackClicksTest.pressed("offlist.acknowledge", "L-1") + "}");

        await().untilAsserted(() -> assertThat(done).containsExactly("acknowledge L-1 by slack:U123 (jane)"));
        assertThat(heard).containsExactly("/api/apps.connections.open Bearer xapp-1", "{\"envelope_id\":\"e-1\"}");
    }

    @Test
    void anEnvelopeOfAnotherKindIsAcknowledgedToo() {
        listening();
        sockets.getFirst().writeTextMessage("{\"type\":\"events_api\",\"envelope_id\":\"e-2\",\"payload\":{}}");

        await().until(() -> heard.contains("{\"envelope_id\":\"e-2\"}"));
        assertThat(done).isEmpty();
    }

    @Test
    void whenSlackSaysDisconnectTheNextConnectionIsOpenedAtOnce() throws InterruptedException {
        Thread thread = listening();
        sockets.getFirst().writeTextMessage("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
        thread.join(5000);

        assertThat(thread.isAlive()).isFalse();
        new Thread(() -> socket.step(NOW), "again").start();
        await().until(() -> sockets.size() == 2);
    }

    @Test
    void aConnectionThatIsClosedAtOnceIsAFailureAndTheNextWaitsLongerEachTime() {
        greeting = "{\"type\":\"disconnect\",\"reason\":\"warning\"}";
        socket = socket(Duration.ofSeconds(30));

        socket.step(NOW);
        socket.step(NOW.plusMillis(1999));
        assertThat(sockets).hasSize(1);
        socket.step(NOW.plusSeconds(2));
        socket.step(NOW.plusSeconds(5));
        assertThat(sockets).hasSize(2);
        socket.step(NOW.plusSeconds(6));
        assertThat(sockets).hasSize(3);
    }

    @Test
    void aSilentConnectionIsGivenUp() throws InterruptedException {
        Thread thread = listening();
        thread.join(5000);

        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void afterAFailureTheNextAttemptWaitsLongerEachTime() {
        opened = "{\"ok\":false,\"error\":\"invalid_auth\"}";

        socket.step(NOW);
        socket.step(NOW.plusMillis(1999));
        assertThat(heard).hasSize(1);
        socket.step(NOW.plusSeconds(2));
        socket.step(NOW.plusSeconds(5));
        assertThat(heard).hasSize(2);
        socket.step(NOW.plusSeconds(6));
        assertThat(heard).hasSize(3);
    }

    @Test
    void aClosedOneConnectsNoMore() {
        socket.close();
        socket.step(NOW);

        assertThat(heard).isEmpty();
    }
}
