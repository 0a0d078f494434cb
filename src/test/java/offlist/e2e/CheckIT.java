package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHome.Ended;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The commands that look once, against a real list server. */
@ExtendWith(OfflistHomes.class)
class CheckIT {
    private final Rbldnsd lists = Rbldnsd.serving("one.example", "two.example");

    CheckIT() {
        lists.stop();
        lists.list("one.example", "192.0.2.10", "127.0.0.4", "spam seen, ref 4711");
        lists.start();
    }

    @AfterEach
    void close() {
        lists.close();
    }

    private OfflistHome configured(OfflistHome home) {
        return home.configure("""
                resolvers: ["%s"]
                pools: [{name: a, addresses: [192.0.2.10]}]
                lists:
                  use: []
                  custom:
                    - {id: one, zone: one.example, kinds: [ipv4]}
                    - {id: two, zone: two.example, kinds: [ipv4]}
                """.formatted(lists.resolver()));
    }

    @Test
    void aListedAddressIsOneAndACleanOneIsNought(OfflistHome home) {
        Ended listed = configured(home).run("check", "192.0.2.10");
        assertThat(listed.output())
                .contains("spam seen, ref 4711", "127.0.0.4", "2 checks: 1 listed, 0 unknown, 1 not listed.");
        assertThat(listed.exit()).isEqualTo(1);
        Ended clean = home.run("check", "192.0.2.11");
        assertThat(clean.output()).contains("2 checks: 0 listed, 0 unknown, 2 not listed.");
        assertThat(clean.exit()).isZero();
    }

    @Test
    void onlyTheListsNamedAreAsked(OfflistHome home) {
        Ended ended = configured(home).run("check", "192.0.2.8/29", "--list", "two");
        assertThat(ended.output()).contains("8 checks: 0 listed, 0 unknown, 8 not listed.");
        assertThat(ended.exit()).isZero();
        assertThat(lists.asked("two.example", "192.0.2.10")).isPositive();
        assertThat(lists.asked("one.example", "192.0.2.10")).isZero();
    }

    @Test
    void aListThatDoesNotAnswerIsUnknown(OfflistHome home) {
        lists.stop();
        Ended ended = configured(home).run("check", "192.0.2.11");
        assertThat(ended.output()).contains("2 checks: 0 listed, 2 unknown, 0 not listed.");
        assertThat(ended.exit()).isEqualTo(2);
    }

    @Test
    void programsReadJson(OfflistHome home) throws IOException {
        Ended ended = configured(home).run("check", "192.0.2.10", "--json");
        JsonNode json = new ObjectMapper().readTree(ended.output());
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(json.toString()).contains("\"192.0.2.10\"", "\"listed\"", "\"not_listed\"", "127.0.0.4");
    }

    @Test
    void explainShowsEveryStep(OfflistHome home) {
        Ended ended = configured(home).run("explain", "192.0.2.10", "one");
        assertThat(ended.output())
                .contains("10.2.0.192.one.example", lists.resolver(), "127.0.0.4", "spam seen, ref 4711", "listed");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(home.run("explain", "192.0.2.11", "one").exit()).isZero();
        assertThat(ended.output())
                .contains("nothing is known from before: no daemon answers at http://127.0.0.1:" + home.port());
        assertThat(home.run("explain", "192.0.2.10", "one", "--alone").output()).contains("no daemon was asked");
        assertThat(home.run("explain", "192.0.2.10").exit()).isEqualTo(64);
        assertThat(home.run("explain", "192.0.2.10", "none").exit()).isEqualTo(64);
    }

    @Test
    void explainShowsWhatTheDaemonRemembers(OfflistHome home) throws IOException {
        OfflistProcess daemon = configured(home).start();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(daemon.all("listings?open=true")).hasSize(1));
        Ended listed = home.run("explain", "192.0.2.10", "one");
        assertThat(listed.output())
                .contains("listed since ", " with 127.0.0.4", "last answer that tells ", ": listed")
                .contains("nothing: it says what is recorded")
                .containsPattern("(?m)^LATELY +RESOLVER +ANSWER +VERDICT$");
        assertThat(listed.exit()).isEqualTo(1);
        assertThat(home.run("explain", "192.0.2.11", "one").output()).contains("does not watch this address");
        JsonNode json = new ObjectMapper()
                .readTree(home.run("explain", "192.0.2.10", "one", "--json").output());
        assertThat(json.path("before").path("state").asText()).isEqualTo("listed");
        assertThat(json.path("answers").get(0).path("after").path("what").asText())
                .isEqualTo("nothing");
        assertThat(home.run("explain", "192.0.2.10", "one", "--alone").output()).doesNotContain("listed since");
        lists.unlist("one.example", "192.0.2.10");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(daemon.api("explain?address=192.0.2.10&list=one")
                                .path("after")
                                .path("what")
                                .asText())
                        .isEqualTo("looks_again"));
    }

    @Test
    void verifyAsksTheTestPoints(OfflistHome home) {
        Ended shown = configured(home).run("lists");
        assertThat(shown.output()).contains("one.example", "two.example");
        assertThat(shown.exit()).isZero();
        Ended well = home.run("lists", "--verify");
        assertThat(well.output().lines().filter(line -> line.endsWith("healthy")))
                .hasSize(2);
        assertThat(well.exit()).isZero();
        assertThat(well.output()).contains("2 lists: 2 healthy.");
        assertThat(home.run("lists", "--verify", "two").output()).contains("1 list: 1 healthy.");
        Ended unknown = home.run("lists", "--verify", "twoo");
        assertThat(unknown.output()).contains("unknown list `twoo`, did you mean `two`?");
        assertThat(unknown.exit()).isEqualTo(64);
        lists.stop();
        Ended ill = home.run("lists", "--verify");
        assertThat(ill.output().lines().filter(line -> line.contains(" unreachable ")))
                .hasSize(2);
        assertThat(ill.output()).contains("2 lists: 0 healthy, 2 dead (unreachable).");
        assertThat(ill.exit()).isEqualTo(2);
    }

    @Test
    void theEffectiveSettingsAreShown(OfflistHome home) {
        Ended ended = configured(home).run("config", "check");
        assertThat(ended.exit()).isZero();
        assertThat(ended.output()).contains("offlist.yaml: OK");
    }
}
