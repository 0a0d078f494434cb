package offlist.e2e;

import static offlist.e2e.PartnerList.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import offlist.testing.Unbound;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole way off a list, and back onto it, with a real list server and a real resolver. */
@ExtendWith(OfflistHomes.class)
class RemovalStoryIT {
    private static final String ADDRESS = "192.0.2.10";
    private static final Duration PAUSE = Duration.ofDays(14);
    private static final String CONFIGURATION = """
            resolvers: ["%s"]
            pools: [{name: news, addresses: [192.0.2.10, 192.0.2.11], domains: [shop.example]}]
            removal: {organisation: Shop Ltd, contact: postmaster@shop.example}
            """;

    private final Rbldnsd lists = Rbldnsd.serving(ZONE);
    private final Unbound unbound = new Unbound()
            .forZone(ZONE, lists.port())
            .owning("2.0.192.in-addr.arpa")
            .owning("shop.example")
            .record("shop.example. IN MX 10 mx.shop.example.")
            .record("mx.shop.example. IN A 192.0.2.11")
            .record("shop.example. IN TXT \"v=spf1 mx a:mta10.shop.example -all\"")
            .start();

    @AfterEach
    void close() {
        unbound.close();
        lists.close();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }

    @Test
    void listedRedFixedRequestedGoneWithProofListedAgainAndBlockedUntilTheDate(OfflistHome home) throws IOException {
        OfflistProcess offlist = start(home);
        lists.list(ZONE, ADDRESS, "127.0.0.2", "spam seen, ref 4711");
        JsonNode blocked = task(offlist, "blocked");
        whatStandsInTheWayIsShown(offlist, blocked);

        theCauseIsFixed();
        act(offlist, blocked, "\"action\": \"look\"", 200);
        JsonNode ready = task(offlist, "ready");
        assertThat(ready.path("findings").findValuesAsText("result"))
                .isNotEmpty()
                .containsOnly("good");
        act(
                offlist,
                ready,
                "\"action\": \"explain\", \"cause\": \"a form was abused\", \"fix\": \"it asks first\"",
                200);
        whatIsGivenUpIsOpenedAgainByHand(offlist, ready);

        Instant before = Instant.now();
        JsonNode requested = act(offlist, ready, "\"action\": \"request\", \"reference\": \"R-1\"", 200);
        assertThat(requested.path("state").asText()).isEqualTo("requested");
        assertThat(instant(requested, "askAgainAt"))
                .isBetween(before.plus(PAUSE), Instant.now().plus(PAUSE));
        act(offlist, ready, "\"action\": \"request\"", 409);

        lists.unlist(ZONE, ADDRESS);
        JsonNode closed = task(offlist, "closed");
        assertThat(closed.path("closedAs").asText()).isEqualTo("delisted");
        theProofIsTheListsOwnAnswer(offlist, closed);

        lists.list(ZONE, ADDRESS, "127.0.0.2", "spam seen again, ref 4712");
        itIsOpenAgainAndBlockedUntilTheDate(offlist, requested);
    }

    private OfflistProcess start(OfflistHome home) throws IOException {
        PartnerList.configure(home, CONFIGURATION.formatted(unbound.resolver()));
        return home.start();
    }

    private static void whatStandsInTheWayIsShown(OfflistProcess offlist, JsonNode task) {
        assertThat(bad(task)).contains("ptr", "spf");
        assertThat(task.path("blockers").findValuesAsText("text"))
                .anySatisfy(text -> assertThat(text).contains(ADDRESS));
        assertThat(offlist.page("/tasks/" + task.path("id").asText())).contains("Not now:");
        JsonNode refusal = act(offlist, task, "\"action\": \"request\"", 409);
        assertThat(refusal.path("detail").asText()).contains(ADDRESS);
    }

    private static List<String> bad(JsonNode task) {
        return task.path("findings")
                .valueStream()
                .filter(finding -> finding.path("result").asText().equals("bad"))
                .map(finding -> finding.path("check").asText())
                .toList();
    }

    /** The name that was missing leads back, and SPF names it. */
    private void theCauseIsFixed() {
        unbound.stop();
        unbound.record("10.2.0.192.in-addr.arpa. IN PTR mta10.shop.example.")
                .record("mta10.shop.example. IN A 192.0.2.10")
                .start();
    }

    private static void whatIsGivenUpIsOpenedAgainByHand(OfflistProcess offlist, JsonNode task) {
        String id = task.path("id").asText();
        assertThat(open(offlist, ADDRESS).statusCode()).as("it is live").isEqualTo(200);
        act(offlist, task, "\"action\": \"withdraw\", \"why\": \"retired\"", 200);
        HttpResponse<String> opened = open(offlist, ADDRESS);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        assertThat(opened.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/api/v1/tasks/" + id));
        assertThat(open(offlist, "192.0.2.11").statusCode()).as("not listed").isEqualTo(409);
        task(offlist, "ready");
    }

    private static HttpResponse<String> open(OfflistProcess offlist, String address) {
        return offlist.post(
                "tasks",
                "{\"address\": \"" + address
                        + "\", \"list\": \"partner\", \"author\": \"ann\", \"note\": \"needed again\"}");
    }

    private static void theProofIsTheListsOwnAnswer(OfflistProcess offlist, JsonNode closed) {
        JsonNode proof = offlist.all("transitions").stream()
                .filter(each ->
                        each.path("id").asText().equals(closed.path("proof").asText()))
                .findFirst()
                .orElseThrow();
        assertThat(proof.path("transition").asText()).isEqualTo("closed");
        assertThat(proof.path("because").asText()).isEqualTo("delisted");
        assertThat(proof.path("listing").asText())
                .isEqualTo(closed.path("listing").asText());
    }

    private static void itIsOpenAgainAndBlockedUntilTheDate(OfflistProcess offlist, JsonNode requested) {
        JsonNode again = task(offlist, "blocked");
        Instant date = instant(requested, "askAgainAt");
        assertThat(again.path("id").asText()).isEqualTo(requested.path("id").asText());
        assertThat(again.path("listing").asText())
                .isNotEqualTo(requested.path("listing").asText());
        assertThat(again.path("times").asInt()).isEqualTo(2);
        assertThat(again.path("requests").findValuesAsText("reference")).containsExactly("R-1");
        assertThat(instant(again.path("blockers").path(0), "until")).isEqualTo(date);
        JsonNode refusal = act(offlist, again, "\"action\": \"request\", \"anyway\": true", 409);
        assertThat(refusal.path("detail").asText()).contains("not before " + date);
        assertThat(offlist.page("/tasks/" + again.path("id").asText())).contains("Not now:");
    }

    private static JsonNode task(OfflistProcess offlist, String state) {
        return soon().until(
                        () -> offlist.all("tasks?address=" + ADDRESS),
                        tasks -> tasks.size() == 1
                                && tasks.getFirst().path("state").asText().equals(state))
                .getFirst();
    }

    private static JsonNode act(OfflistProcess offlist, JsonNode task, String action, int status) {
        HttpResponse<String> reply =
                offlist.patch("tasks/" + task.path("id").asText(), "{\"author\": \"ann\", " + action + "}");
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        try {
            return new ObjectMapper().readTree(reply.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(reply.body(), e);
        }
    }

    private static Instant instant(JsonNode node, String field) {
        return Instant.parse(node.path(field).asText());
    }
}
