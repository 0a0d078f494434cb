package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A daemon whose lists share a small limit is killed again and again; the list server counts what it is asked. */
@ExtendWith(OfflistHomes.class)
class BudgetIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LIMIT = 120;
    private static final int KILLS = 3;
    /** A kill loses the rest of a claim (10) and what is counted before it leaves: a test of the points of each list (5). */
    private static final int LOST = KILLS * (10 + 2 * 5);

    private static final int SPENT = LIMIT * 85 / 100;
    private static final String LISTS = """
            lists:
              - &one
                id: one
                zone: one.example
                kinds: [ipv4]
                profile: core
                usage: {free-limit-per-day: %d, shared-limit: both, rate: 20/s}
                codes: [{match: 127.0.0.2, effect: listed, reason: spam-source, meaning: spam}]
              - id: two
                zone: two.example
                kinds: [ipv4]
                profile: core
                usage: {free-limit-per-day: %d, shared-limit: both, rate: 20/s}
                codes: [{match: 127.0.0.2, effect: listed, reason: spam-source, meaning: spam}]
            """;

    private final Rbldnsd lists = Rbldnsd.serving("one.example", "two.example");

    @AfterEach
    void close() {
        lists.close();
    }

    @Test
    void noListIsAskedMoreThanItLeavesHoweverOftenTheDaemonIsKilled(OfflistHome home) throws IOException {
        lists.list("one.example", "192.0.2.10", "127.0.0.2", "spam seen");
        lists.list("two.example", "192.0.2.11", "127.0.0.2", "spam seen");
        home.configure("""
                interval: 1s
                resolvers: ["%s"]
                catalogue: catalogue
                pools: [{name: a, addresses: [192.0.2.0/28]}]
                lists: {use: [one, two], override: {one: {interval: 1s}, two: {interval: 1s}}}
                """.formatted(lists.resolver()));
        Files.createDirectory(home.data().resolveSibling("catalogue"));
        Files.writeString(home.data().resolveSibling("catalogue").resolve("both.yaml"), LISTS.formatted(LIMIT, LIMIT));
        long before = lists.questions();

        for (int i = 0; i < KILLS; i++) {
            OfflistProcess daemon = home.start();
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(daemon.all("listings?open=true")).hasSize(2));
            daemon.post("checks", "{\"targets\": [\"192.0.2.10\", \"192.0.2.12\"]}");
            daemon.kill9();
        }
        OfflistProcess daemon = home.start();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(daemon.metrics()
                                .sum("offlist_list_questions_per_day", "list", "one", "kind", "used")
                                .orElse(0))
                        .isGreaterThan(SPENT));

        assertThat(lists.questions() - before).isBetween((long) SPENT - LOST, (long) LIMIT);
        assertThat(daemon.metrics().sum("offlist_list_questions_per_day", "list", "two", "kind", "limit"))
                .hasValue(LIMIT);
        assertThat(daemon.output() + home.log()).contains("asked less often than wanted");
    }
}
