package offlist.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import offlist.yaml.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPostTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;
    private volatile String words = "";

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
        byte[] body = words.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(400, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String cause(String said) {
        words = said;
        Secret address = Secret.of("http://127.0.0.1:" + server.getAddress().getPort()
                + "/workflows/5f3c0ffee%2Fcafe/run?api-version=2024-10-01&sig=T0PS%2BECRET%3C%22x&code=a+b+SESAME");
        return new HttpPost(client, Duration.ofSeconds(5))
                .send(address, "{}", "key")
                .toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad query: api-version=2024-10-01&sig=T0PS%2BECRET%3C%22x&code=a+b+SESAME",
                "bad query: api-version=2024-10-01&sig=T0PS+ECRET<\"x&code=a b SESAME",
                "bad query: api-version=2024-10-01&amp;sig=T0PS%2BECRET%3C%22x&amp;code=a+b+SESAME",
                "<p>sig is T0PS+ECRET&lt;&quot;x</p>",
                "{\"sig\": \"T0PS+ECRET<\\\"x\"}",
                "sig T0PS%2BECRET%3C%22x is wrong, so is the code 'a b SESAME' or a+b+SESAME",
                "no route for 5f3c0ffee%2Fcafe",
                "no route for 5f3c0ffee/cafe",
                "no route for \\/workflows\\/5f3c0ffee%2Fcafe\\/run"
            })
    void aServerThatRepeatsTheAddressDoesNotGetItIntoTheLog(String said) {
        assertThat(cause(said)).contains("HTTP 400", "***").doesNotContain("T0PS", "ECRET", "SESAME", "0ffee", "cafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"the run is over", "version 2 of the code is not known", "sig missing"})
    void whatSaysNothingOfItIsShown(String said) {
        assertThat(cause(said)).contains(said);
    }
}
