package offlist.alert.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import offlist.alert.Messages;
import offlist.alert.Outcome;
import offlist.yaml.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PagerDuty takes so many events a minute and says no more than that it was too much. */
class PagerDutyPaceTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;
    private volatile int room;
    private volatile Optional<String> retryAfter = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        client.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        retryAfter.ifPresent(seconds -> exchange.getResponseHeaders().add("Retry-After", seconds));
        exchange.sendResponseHeaders(room-- > 0 ? 202 : 429, -1);
        exchange.close();
    }

    private PagerDutyNotifier notifier() {
        return new PagerDutyNotifier(
                client,
                "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                Secret.of("key"),
                new Taken(),
                Duration.ofSeconds(5));
    }

    @Test
    void afterSomeProgressTheRestWaitsForTheNextMinute() {
        PagerDutyNotifier notifier = notifier();
        room = 12;
        assertThat(notifier.send(Messages.thirty()))
                .isEqualTo(new Outcome.RetryLater("HTTP 429", Optional.of(Duration.ofSeconds(60))));
        assertThat(notifier.send(Messages.thirty()))
                .as("without progress the usual pauses grow")
                .isEqualTo(new Outcome.RetryLater("HTTP 429", Optional.empty()));
    }

    @Test
    void whatPagerDutyAsksForIsKept() {
        retryAfter = Optional.of("7");
        room = 12;
        assertThat(notifier().send(Messages.thirty()))
                .isEqualTo(new Outcome.RetryLater("HTTP 429", Optional.of(Duration.ofSeconds(7))));
    }
}
