package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import offlist.testing.HttpSink;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHome.Ended;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Alerts kept quiet and acknowledged from a terminal beside the daemon. */
@ExtendWith(OfflistHomes.class)
class MutingCommandsIT {
    private static final String ZONE = "one.example";

    private final Rbldnsd lists = Rbldnsd.serving(ZONE);
    private final HttpSink slack = HttpSink.start();

    @AfterEach
    void close() {
        lists.close();
        slack.close();
    }

    private OfflistHome configured(OfflistHome home) {
        return home.configure("""
                interval: 1s
                resolvers: ["%s"]
                pools: [{name: transactional, addresses: [192.0.2.10]}]
                lists: {use: [], custom: [{id: one, zone: %s, severity: major, kinds: [ipv4]}]}
                receivers: [{name: ops, slack: {webhook-url: "%s"}}]
                route: {receiver: ops, group-by: [list, address], group-wait: 0s, group-interval: 1s}
                """.formatted(lists.resolver(), ZONE, slack.url()));
    }

    private static void until(ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(holds);
    }

    private static JsonNode json(Ended ended) throws IOException {
        assertThat(ended.exit()).as(ended.output()).isZero();
        return new ObjectMapper().readTree(ended.output());
    }

    private static void declined(Ended ended, int exit, String words) {
        assertThat(ended.output()).contains("offlist: ", words).doesNotContain("Exception", "\tat ");
        assertThat(ended.exit()).isEqualTo(exit);
    }

    @Test
    void aSilenceIsMadeAndEndedAndWhatItHeldBackIsAcknowledged(OfflistHome home) throws IOException {
        OfflistProcess daemon = configured(home).start();
        String silence = json(home.run(
                        "silences",
                        "add",
                        "--pool",
                        "transactional",
                        "--list",
                        "one",
                        "--address",
                        "192.0.2.0/28",
                        "--for",
                        "24h",
                        "--comment",
                        "moving",
                        "--author",
                        "ann",
                        "--json"))
                .path("id")
                .asText();
        assertThat(home.run("silences").output())
                .containsPattern(silence + " +active +.*list one.* in (23h5\\dm|1d) +ann +moving");

        lists.list(ZONE, "192.0.2.10", "127.0.0.2", "spam seen");
        until(() -> assertThat(incidents(home)).hasSize(1));
        String incident = incidents(home).getFirst().path("id").asText();
        until(() -> assertThat(daemon.api("incidents/" + incident)
                        .path("receivers")
                        .path(0)
                        .path("mutedBy")
                        .asText())
                .contains(silence));
        assertThat(slack.posts()).isEmpty();

        assertThat(home.run("silences", "end", silence, "--author", "bob").output())
                .contains("Silence " + silence + " is over.");
        until(() -> assertThat(slack.posts("192.0.2.10")).hasSize(1));
        assertThat(home.run("silences").output()).contains("Nothing is silenced.");
        assertThat(home.run("silences", "--expired").output()).contains(silence);

        assertThat(home.run("alerts", "ack", incident, "--comment", "I ask them", "--author", "cleo")
                        .output())
                .contains("192.0.2.10 on one: cleo takes care of it.");
        assertThat(home.run("alerts", "incidents").output())
                .containsPattern(incident + " .* major +192.0.2.10 on one +cleo: I ask them");
        assertThat(daemon.all("audit").stream()
                        .map(each -> each.path("actor").asText() + " "
                                + each.path("action").asText()))
                .contains("ann silence.add", "bob silence.end", "cleo incident.acknowledge");
    }

    private static List<JsonNode> incidents(OfflistHome home) throws IOException {
        List<JsonNode> items = new java.util.ArrayList<>();
        json(home.run("alerts", "incidents", "--json")).path("items").forEach(items::add);
        return items;
    }

    @Test
    void whatTheDaemonDeclinesIsASentence(OfflistHome home) {
        configured(home);
        declined(home.run("silences"), 69, "no daemon answers at http://127.0.0.1:" + home.port());
        declined(home.run("alerts", "ack", "a"), 69, "no daemon answers at http://127.0.0.1:" + home.port());
        home.start();
        String[] add = {"silences", "add", "--comment", "c", "--author", "ann"};
        declined(home.run(with(add, "--list", "two", "--for", "1h")), 64, "there is no list `two`");
        declined(home.run(with(add, "--pool", "transactionl", "--for", "1h")), 64, "did you mean `transactional`?");
        declined(home.run(with(add, "--address", "192.0.2", "--for", "1h")), 64, "`192.0.2` is neither an IP address");
        declined(home.run(with(add, "--list", "one", "--for", "soon")), 64, "`duration` is such as 30m, 24h or 7d");
        declined(home.run(with(add, "--for", "1h")), 64, "names at least one label");
        declined(
                home.run("silences", "add", "--list", "one", "--for", "1h", "--comment", " "),
                64,
                "`comment` is missing");
        declined(home.run("silences", "end", "a b"), 64, "there is no silence `a b`");
        declined(home.run("alerts", "ack", "list-health/one"), 64, "nothing is wrong under `list-health/one`");
    }

    private static String[] with(String[] first, String... more) {
        return java.util.stream.Stream.of(first, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }
}
