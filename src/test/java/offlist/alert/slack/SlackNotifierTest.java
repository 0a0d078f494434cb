package offlist.alert.slack;

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
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import offlist.alert.Messages;
import offlist.alert.Notifier;
import offlist.alert.NotifierContract;
import offlist.alert.Outcome;
import offlist.yaml.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackNotifierTest extends NotifierContract {
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private ServerSocket mute;
    private volatile int status;
    private volatile String reply = "ok";

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
        arrived.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + body);
        exchange.getResponseHeaders().add("Retry-After", "30");
        exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + port() + "/elsewhere");
        byte[] words = reply.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, words.length);
        exchange.getResponseBody().write(words);
        exchange.close();
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private Notifier answering(int code) {
        status = code;
        return at(port());
    }

    private static Notifier at(int port) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        Secret webhook = Secret.of("http://127.0.0.1:" + port + "/services/" + SECRET);
        return new SlackNotifier(client, webhook, Duration.ofMillis(700));
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
            return at(free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Notifier silent() {
        return at(mute.getLocalPort());
    }

    @Override
    protected List<String> arrived() {
        return arrived;
    }

    @Test
    void thePauseSlackAsksForIsHandedOn() {
        assertThat(deferred().send(Messages.opened()))
                .isEqualTo(new Outcome.RetryLater("HTTP 429: ok", Optional.of(Duration.ofSeconds(30))));
    }

    @Test
    void whatSlackSaysIsToldWithoutTheAddress() {
        reply = "no_service for /services/" + SECRET + " \r\n" + "x".repeat(100_000);

        Outcome.GivenUp outcome = (Outcome.GivenUp) refused().send(Messages.opened());

        assertThat(outcome.cause()).startsWith("HTTP 404: no_service for ***").hasSizeLessThan(250);
    }

    @Test
    void aRedirectIsNotFollowed() {
        assertThat(answering(307).send(Messages.opened())).isInstanceOf(Outcome.GivenUp.class);
        assertThat(arrived).hasSize(1);
    }

    @Test
    void anAddressThatIsNoUrlIsGivenUpWithoutShowingIt() {
        Outcome outcome =
                new SlackNotifier(HttpClient.newHttpClient(), Secret.of("hooks " + SECRET)).send(Messages.opened());

        assertThat(outcome).isEqualTo(new Outcome.GivenUp("the address to post to is no URL"));
    }
}
