package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The daemon as it is installed hears of refusals by web hooks. */
@ExtendWith(OfflistHomes.class)
class HookStoryIT {
    private static final String FIRST = "the first token, of some length";
    private static final String SECOND = "the second token, of some length";
    private static final String CONFIGURATION = """
            pools: [{name: news, addresses: [192.0.2.10]}]
            lists: {use: []}
            bounces:
              hooks:
                - {name: mta1, kumomta: {token: {file: %s}}}
            """;

    @Test
    void whatAHookTellsIsKeptOnceAndSurvivesTheEndOfTheProcess(OfflistHome home) throws Exception {
        home.write("hook.secret", FIRST + "\n");
        OfflistProcess offlist =
                home.configure(CONFIGURATION.formatted("hook.secret")).start();

        assertThat(post(home, "mta1", "another token, of some length")).isEqualTo(401);
        assertThat(post(home, "mta2", FIRST)).isEqualTo(404);
        assertThat(post(home, "mta1", FIRST)).isEqualTo(204);
        refusedOnce(offlist);
        offlist.kill9();

        OfflistProcess again = home.start();
        assertThat(post(home, "mta1", FIRST)).isEqualTo(204);
        refusedOnce(again);
        assertThat(again.output())
                .contains("the web hook mta1 (KumoMTA) refuses requests")
                .doesNotContain(FIRST);
    }

    @Test
    void aNewTokenHoldsWithoutARestart(OfflistHome home) throws Exception {
        home.write("hook.secret", FIRST + "\n");
        home.write("other.secret", SECOND + "\n");
        home.configure(CONFIGURATION.formatted("hook.secret")).start();
        home.configure(CONFIGURATION.formatted("other.secret"));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(post(home, "mta1", SECOND)).isEqualTo(204));
        assertThat(post(home, "mta1", FIRST)).isEqualTo(401);
    }

    private static void refusedOnce(OfflistProcess offlist) {
        List<JsonNode> refusals = offlist.all("refusals?address=192.0.2.10");
        assertThat(refusals).hasSize(1);
        assertThat(refusals.getFirst().path("addressEvidence").asText()).isEqualTo("mta_record");
        assertThat(refusals.getFirst().path("recipient").asText()).isEqualTo("ann@example.org");
    }

    private static int post(OfflistHome home, String hook, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + home.port() + "/api/v1/bounces/hooks/" + hook))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(
                        Files.readString(Path.of("src/test/resources/bounce/hook/kumomta-refusal.json"))))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
