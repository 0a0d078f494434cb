package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import offlist.testing.FreePorts;
import offlist.yaml.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SlackActionsIT.Profile.class)
class SlackActionsIT {
    private static final String KEY = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final List<String> HEARD = new CopyOnWriteArrayList<>();

    /** A door with a key of its own. */
    @Alternative
    @Singleton
    public static class Door {
        @Produces
        @Alternative
        @Singleton
        SlackDoor door() {
            return new SlackDoor(() -> List.of(Secret.of("another"), Secret.of(KEY)), HEARD::add, Clock.systemUTC());
        }
    }

    public static class Profile implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Door.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.test-port", String.valueOf(FreePorts.next()),
                    "quarkus.management.test-port", String.valueOf(FreePorts.next()));
        }
    }

    @BeforeEach
    void forget() {
        HEARD.clear();
    }

    @Test
    void whatSlackHasSignedIsTakenAsItCame() throws Exception {
        String body = "payload=%7B%22type%22%3A%22block_actions%22%7D+%2B&x=%C3%A4";
        String time = now();

        assertThat(post(body, time, sign(time, body))).isEqualTo("200 ");
        assertThat(HEARD).containsExactly(body);
    }

    @Test
    void whatSomebodyElseSendsIsRefusedWithoutAWord() throws Exception {
        String time = now();
        String old =
                String.valueOf(Instant.now(Clock.systemUTC()).minusSeconds(400).getEpochSecond());

        assertThat(post("payload=x", time, sign(time, "payload=y"))).isEqualTo("401 ");
        assertThat(post("payload=x", old, sign(old, "payload=x"))).isEqualTo("401 ");
        assertThat(post("payload=x", "", "")).isEqualTo("401 ");
        assertThat(post("", time, sign(time, "x"))).isEqualTo("401 ");
        assertThat(HEARD).isEmpty();
    }

    /** The status and what is said. */
    private String post(String body, String time, String signature) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/slack/actions"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!time.isEmpty()) {
            request.header("X-Slack-Request-Timestamp", time).header("X-Slack-Signature", signature);
        }
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    private static String now() {
        return String.valueOf(Instant.now(Clock.systemUTC()).getEpochSecond());
    }

    private static String sign(String time, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] text = ("v0:" + time + ":" + body).getBytes(StandardCharsets.UTF_8);
        return "v0=" + HexFormat.of().formatHex(mac.doFinal(text));
    }
}
