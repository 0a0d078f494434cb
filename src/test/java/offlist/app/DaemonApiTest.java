package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import offlist.app.DaemonApi.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaemonApiTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private DaemonApi daemon;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(threads);
        server.start();
        daemon = patient(Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private DaemonApi patient(Duration patience) {
        return new DaemonApi("http://127.0.0.1:" + server.getAddress().getPort(), patience);
    }

    private void answers(int status, String body) {
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    /** Sends the beginning of an answer and never the rest. */
    private void begins() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write("{\"id\": \"".getBytes(StandardCharsets.UTF_8));
            body.flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
    }

    @Test
    void anAnswerThatNeverEndsIsNotWaitedFor() {
        begins();
        Reply reply = assertTimeoutPreemptively(
                SOON, () -> patient(Duration.ofSeconds(1)).get("/api/v1/silences/a", "id"));
        assertThat(reply)
                .isInstanceOf(Reply.Silent.class)
                .hasToString("Silent[why=the daemon at http://127.0.0.1:"
                        + server.getAddress().getPort() + " did not answer within 1 s]");
    }

    @Test
    void aChangeThatIsNotAnsweredMayHaveBeenMade() {
        begins();
        Reply reply = assertTimeoutPreemptively(
                SOON,
                () -> patient(Duration.ofSeconds(1))
                        .post("/api/v1/silences", JsonNodeFactory.instance.objectNode(), "id"));
        assertThat(((Reply.Silent) reply).why()).endsWith("it may have done it all the same");
    }

    @Test
    void anAnswerIsGivenWhole() {
        answers(200, "{\"id\": \"a\"}");
        assertEquals(
                "{\"id\":\"a\"}",
                daemon.get("/api/v1/silences/a", "id").orRefuse().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"200 | <html>", "200 | []", "200 | {\"name\": 1}", "404 | {\"id\": 1}", "200 | ''", "500 | {"})
    void anotherProgramIsNoDaemon(int status, String body) {
        answers(status, body);
        CommandError error =
                assertThrows(CommandError.class, () -> daemon.get("/", "id").orRefuse());
        assertEquals(CommandError.Exit.UNAVAILABLE, error.exit());
        assertThat(error).hasMessageStartingWith("no daemon answers at http://127.0.0.1:");
    }

    @Test
    void moreThanCanBeReadIsNoAnswer() {
        answers(200, "{\"id\": \"" + "a".repeat(9 * 1024 * 1024) + "\"}");
        assertThat(daemon.get("/", "id")).isInstanceOf(Reply.Silent.class);
    }

    @ParameterizedTest
    @CsvSource({"unknown-silence, USAGE", "bad-body, USAGE", "store-failed, STORE", "failed, UNAVAILABLE"})
    void aProblemIsRefusedInItsOwnWords(String type, CommandError.Exit exit) {
        answers(400, "{\"type\": \"urn:offlist:problem:" + type + "\", \"detail\": \"such a thing\"}");
        CommandError error =
                assertThrows(CommandError.class, () -> daemon.delete("/", "id").orRefuse());
        assertEquals(exit, error.exit());
        assertThat(error).hasMessage("such a thing");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:8081",
        "0.0.0.0, http://127.0.0.1:8081",
        "::, http://127.0.0.1:8081",
        "::1, http://[::1]:8081",
        "localhost, http://localhost:8081",
    })
    void itIsLookedForWhereItListens(String host, String base) {
        assertEquals(base, DaemonApi.base(host, 8081));
    }

    @Test
    void aHostThatIsNoneIsNamed() {
        assertThat(assertThrows(CommandError.class, () -> DaemonApi.base("a b", 8080)))
                .hasMessage("`a b` in QUARKUS_HTTP_HOST is no host");
    }
}
