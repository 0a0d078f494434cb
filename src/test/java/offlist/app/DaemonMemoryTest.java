package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.pool.Target;
import offlist.track.Held;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DaemonMemoryTest {
    private static final Target A = Target.parse("192.0.2.10");

    private HttpServer server;
    private DaemonMemory daemon;
    private int requests;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.start();
        daemon = new DaemonMemory(
                new DaemonApi("http://127.0.0.1:" + server.getAddress().getPort(), Duration.ofMillis(500)));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answers(String path, int status, String body) {
        server.createContext(path, exchange -> {
            requests++;
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @Test
    void whatItRemembersIsRead() {
        answers("/api/v1/explain", 200, """
                {"address": "192.0.2.10", "list": "one", "before": {"state": "listed", "codes": ["127.0.0.2"], "flapping": true,
                 "suspicion": {"says": "not_listed", "codes": [], "looks": 1, "since": "2026-11-22T10:00:00Z",
                               "last": "2026-11-22T10:01:00Z", "resolver": "127.0.0.1:53"},
                 "looksWanted": 3, "calmSeconds": 3600, "recording": false, "words": ["listed since then"]},
                 "recent": [{"answer": "timeout"}]}
                """);
        DaemonMemory.Said said = daemon.pair("192.0.2.10", "one");
        Held held = said.held().orElseThrow();
        assertEquals(Optional.of(List.of("127.0.0.2")), held.codes());
        assertThat(held.flapping()).isTrue();
        assertEquals(Duration.ofHours(1), held.calm());
        assertEquals(3, held.looks());
        assertEquals(Optional.empty(), held.suspicion().orElseThrow().codes());
        assertEquals(
                Instant.parse("2026-11-22T10:00:00Z"),
                held.suspicion().orElseThrow().since());
        assertEquals(List.of("listed since then"), said.words());
        assertEquals(1, said.recent().size());
    }

    @Test
    void aProblemIsToldInItsOwnWords() {
        answers("/api/v1/explain", 409, """
                {"type": "urn:offlist:problem:list-not-asked", "detail": "`psbl` is not asked: skipped"}
                """);
        assertThat(daemon.pair("192.0.2.10", "psbl").words().getFirst())
                .endsWith("knows nothing from before: `psbl` is not asked: skipped");
    }

    @Test
    void anAddressThatItDoesNotWatchHasNoMemory() {
        answers("/api/v1/explain", 200, "{\"address\": \"192.0.2.10\", \"before\": null, \"recent\": []}");
        DaemonMemory.Said said = daemon.pair("192.0.2.10", "one");
        assertThat(said.words().getFirst()).endsWith("it does not watch this address");
        assertThat(said.held()).isEmpty();
    }

    @Test
    void anotherProgramOnThePortIsNoDaemon() {
        answers("/", 200, "<html>hello</html>");
        assertThat(daemon.pair("192.0.2.10", "one").words().getFirst())
                .contains("no daemon answers at http://127.0.0.1:");
    }

    @Test
    void nobodyThereIsNoDaemon() {
        server.stop(0);
        assertThat(daemon.pair("192.0.2.10", "one").words().getFirst()).contains("no daemon answers");
    }

    @Test
    void theLastAnswerHasAnAge() {
        answers("/api/v1/addresses/192.0.2.10", 200, """
                {"address": "192.0.2.10", "lists": [
                  {"list": "one", "lastAnswer": "not_listed", "lastAnswerAt": "2026-11-22T10:10:00.123Z"},
                  {"list": "two", "lastAnswer": null, "lastAnswerAt": null}]}
                """);
        LastAnswers last = new LastAnswers(Optional.of(daemon));
        assertEquals(
                "last answer 2026-11-22T10:10:00Z, 10m ago: not listed",
                last.of(A, new ListId("one")).orElseThrow().words(Instant.parse("2026-11-22T10:20:00.200Z")));
        assertThat(last.of(A, new ListId("two"))).isEmpty();
        assertThat(last.of(A, new ListId("three"))).isEmpty();
        assertEquals(1, requests);
    }

    @Test
    void whoIsNotThereIsAskedOnce() {
        answers("/", 200, "[]");
        LastAnswers last = new LastAnswers(Optional.of(daemon));
        for (int i = 0; i < 9; i++) {
            assertThat(last.of(Target.parse("192.0.2." + i), new ListId("one"))).isEmpty();
        }
        assertEquals(1, requests);
    }
}
