package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What would be told, tried out before it is needed. */
class AlertCommandsTest {
    private static final String SECRET = "kohle-und-reibach";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        file = Files.writeString(folder.resolve("offlist.yaml"), """
                pools:
                  - {name: transactional, labels: {team: mail}, addresses: [192.0.2.0/29]}
                  - {name: marketing, addresses: [198.51.100.7]}
                receivers:
                  - {name: ops, slack: {webhook-url: "http://127.0.0.1:%d/%s"}}
                  - {name: night, slack: {webhook-url: "http://127.0.0.1:1/%s"}}
                time-intervals:
                  - {name: always, intervals: [{}]}
                route:
                  receiver: ops
                  routes:
                    - {match: {team: mail, severity: [critical, major]}, receiver: night, mute-time-intervals: [always], continue: true}
                    - {match: {address: 192.0.2.0/30}, receiver: ops, group-by: [address]}
                """.formatted(
                        server.getAddress().getPort(), SECRET, SECRET));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int run(String... arguments) {
        CommandLine command =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    @Test
    void theWayToEachReceiverIsShown() {
        int exit = run("alerts", "route", "--config", file.toString(), "--address", "192.0.2.1", "--list", "spamcop");

        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("pool transactional", "severity major")
                .containsPattern("night +pool=transactional severity=critical,major +pool, list .* mute")
                .containsPattern("ops +address=192.0.2.0/30 +address .* told");
    }

    @Test
    void whatNoChildMatchesGoesToTheRoot() {
        run("alerts", "route", "--config", file.toString(), "--address", "198.51.100.7", "--list", "spamcop");

        assertThat(out.toString()).containsPattern("ops +the root").doesNotContain("night");
    }

    @Test
    void wrongWordsAreNamed() {
        assertThat(run("alerts", "route", "--config", file.toString(), "--list", "spamkop"))
                .isEqualTo(64);
        assertThat(run("alerts", "route", "--config", file.toString(), "--kind", "listings"))
                .isEqualTo(64);
        assertThat(run("alerts", "route", "--config", file.toString(), "--address", "192.0.2"))
                .isEqualTo(64);
        assertThat(run("alerts", "test", "--config", file.toString(), "--receiver", "opps"))
                .isEqualTo(64);

        assertThat(err.toString())
                .contains(
                        "no list `spamkop`",
                        "`spamcop`",
                        "no kind `listings`",
                        "`192.0.2` is not an address",
                        "`opps`");
    }

    @Test
    void aTestMessageArrivesAndSaysThatItIsOne() {
        assertThat(run("alerts", "test", "--config", file.toString(), "--receiver", "ops"))
                .isZero();

        assertThat(posted)
                .singleElement()
                .satisfies(body -> assertThat(body).contains("192.0.2.1", "This is a test. Nothing is listed."));
        assertThat(out.toString()).contains("ops has taken the test message.");
    }

    @Test
    void oneThatIsNotTakenIsToldWithoutTheSecret() {
        status = 404;
        assertThat(run("alerts", "test", "--config", file.toString(), "--receiver", "ops"))
                .isEqualTo(1);
        assertThat(run("alerts", "test", "--config", file.toString(), "--receiver", "night"))
                .isEqualTo(1);

        assertThat(out.toString())
                .contains("ops does not take it: HTTP 404", "night has not taken it now: the connection failed")
                .doesNotContain(SECRET);
    }
}
