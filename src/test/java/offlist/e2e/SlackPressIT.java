package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import offlist.testing.HttpSink;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A button pressed in Slack, from the signed request to what is kept and shown. */
@ExtendWith(OfflistHomes.class)
class SlackPressIT {
    private static final String KEY = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final String ANNA = "slack:U024BE7LH (anna)";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void pressedButtonsAreKeptUnderTheNameOfWhoPressedThem(OfflistHome home) throws Exception {
        try (Rbldnsd lists = Rbldnsd.serving("one.example");
                HttpSink sink = HttpSink.start()) {
            lists.list("one.example", "192.0.2.10", "127.0.0.2", "spam seen");
            OfflistProcess offlist = home.configure(configuration(lists, sink)).start();
            await().atMost(PATIENCE)
                    .until(() -> offlist.all("incidents").size() == 1
                            && !sink.posts().isEmpty());
            String incident = offlist.all("incidents").getFirst().path("id").asText();

            assertThat(press(home, "offlist.acknowledge", incident, "another key"))
                    .isEqualTo(401);
            assertThat(press(home, "offlist.silence", incident, KEY)).isEqualTo(200);
            await().atMost(PATIENCE)
                    .until(() -> !offlist.api("silences").path("items").isEmpty());
            assertThat(offlist.all("incidents").getFirst().path("acknowledged").isNull())
                    .as("what nobody has signed was not done")
                    .isTrue();
            assertThat(press(home, "offlist.acknowledge", incident, KEY)).isEqualTo(200);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(offlist.all("incidents")
                                    .getFirst()
                                    .path("acknowledged")
                                    .path("by")
                                    .asText())
                            .isEqualTo(ANNA));
            JsonNode silence = offlist.api("silences").path("items").path(0);
            assertThat(silence.path("author").asText()).isEqualTo(ANNA);
            assertThat(silence.path("state").asText()).isEqualTo("active");
            assertThat(silence.path("match").toString()).contains("192.0.2.10", "one");
            assertThat(offlist.api("audit").path("items"))
                    .hasSize(2)
                    .allSatisfy(entry -> assertThat(entry.toString()).contains(ANNA));
        }
    }

    /** The bot is there for its key alone: nothing is routed to it. */
    private static String configuration(Rbldnsd lists, HttpSink sink) {
        return """
                interval: 1s
                resolvers: ["%s"]
                pools: [{name: a, addresses: [192.0.2.8/29]}]
                lists: {use: [], custom: [{id: one, zone: one.example, kinds: [ipv4]}]}
                receivers:
                  - {name: ops, slack: {webhook-url: "%s"}}
                  - {name: bot, slack: {token: xoxb-1, channel: C0123ABCD, signing-secret: %s}}
                route: {receiver: ops, group-wait: 0s, routes: [{match: {severity: informational}, receiver: bot}]}
                """.formatted(lists.resolver(), sink.url(), KEY);
    }

    private static int press(OfflistHome home, String action, String incident, String key) throws Exception {
        String payload = "{\"type\":\"block_actions\",\"user\":{\"id\":\"U024BE7LH\",\"username\":\"anna\"},"
                + "\"actions\":[{\"action_id\":\"" + action + "\",\"value\":\"" + incident + "\"}]}";
        String body = "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
        String time = String.valueOf(Clock.systemUTC().instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + home.port() + "/slack/actions"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", time)
                .header("X-Slack-Signature", sign(key, "v0:" + time + ":" + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String sign(String key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "v0=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
