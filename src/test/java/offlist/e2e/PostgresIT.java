package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHome.Ended;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import offlist.testing.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same jar keeps its records in a real PostgreSQL when the profile says so. */
@ExtendWith(OfflistHomes.class)
class PostgresIT {
    private static final String LISTED = "192.0.2.10";

    private static OfflistHome configured(OfflistHome home, Rbldnsd lists) {
        return home.configure("""
                interval: 1s
                resolvers: ["%s"]
                pools: [{name: a, addresses: [192.0.2.8/29]}]
                lists:
                  use: []
                  custom: [{id: one, zone: one.example, kinds: [ipv4]}]
                """.formatted(lists.resolver())).set("QUARKUS_PROFILE", "postgres");
    }

    @Test
    void aListingOutlivesAKillAndClosesAfterIt(OfflistHome home) {
        try (Rbldnsd lists = Rbldnsd.serving("one.example")) {
            lists.list("one.example", LISTED, "127.0.0.2", "spam seen");
            configured(home, lists)
                    .set("OFFLIST_STORE_URL", Stores.freshPostgresUrl())
                    .set("OFFLIST_STORE_USER", "postgres")
                    .set("OFFLIST_STORE_PASSWORD", "postgres");
            OfflistProcess first = home.start();
            transitions(first, "opened");
            first.kill9();

            OfflistProcess second = home.start();
            lists.unlist("one.example", LISTED);
            transitions(second, "opened", "closed");

            assertThat(home.data()).doesNotExist();
        }
    }

    private static void transitions(OfflistProcess offlist, String... expected) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            List<JsonNode> all = offlist.all("transitions");
            assertThat(all.stream().map(each -> each.path("transition").asText()))
                    .containsExactly(expected);
        });
    }

    @Test
    void aServerThatIsNotThereIsOneSentence(OfflistHome home) {
        try (Rbldnsd lists = Rbldnsd.serving("one.example")) {
            Ended ended = configured(home, lists)
                    .set("OFFLIST_STORE_URL", "jdbc:postgresql://127.0.0.1:1/offlist")
                    .run("run");

            assertThat(ended.exit()).isEqualTo(74);
            assertThat(ended.output())
                    .contains("the database cannot be reached")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aProfileWithoutAServerSaysWhatToSet(OfflistHome home) {
        try (Rbldnsd lists = Rbldnsd.serving("one.example")) {
            Ended ended = configured(home, lists).run("run");

            assertThat(ended.exit()).isEqualTo(78);
            assertThat(ended.output()).contains("OFFLIST_STORE_URL").doesNotContain("\tat ");
        }
    }
}
