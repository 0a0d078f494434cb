package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import offlist.testing.RulesServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rules as Prometheus reckons them from what a daemon really says. */
@ExtendWith(OfflistHomes.class)
class RulesIT {
    private static final Path FOLDER = Path.of("deploy/prometheus");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void everyRuleCanBeReckonedAndOnlyWhatIsWrongIsSaid(OfflistHome home) {
        try (Rbldnsd lists = Rbldnsd.serving("one.example", "two.example")) {
            lists.list("one.example", "192.0.2.10", "127.0.0.2", "spam");
            OfflistProcess offlist =
                    home.configure("""
                    interval: 1s
                    resolvers: ["%s"]
                    pools:
                      - {name: news, addresses: [192.0.2.0/28]}
                      - {name: more, addresses: [192.0.2.10, 192.0.2.64/28]}
                    lists:
                      use: []
                      custom:
                        - {id: one, zone: one.example, kinds: [ipv4], severity: major}
                        - {id: two, zone: two.example, kinds: [ipv4], severity: minor, limit-per-day: 2000}
                    receivers:
                      - {name: ops, webhook: {url: "http://127.0.0.1:1/"}}
                    """.formatted(lists.resolver())).start();
            try (RulesServer prometheus =
                    RulesServer.start(home, FOLDER.resolve("alerts.yml"), FOLDER.resolve("recording.yml"))) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(prometheus.alerts("pending"))
                                .contains("OfflistListedMajor")
                                .doesNotContain("OfflistDown", "OfflistScrapeMissing", "OfflistNoResolver"));
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(prometheus.values("pool_severity:offlist_listings:sum"))
                                .contains("1", "0"));
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(prometheus.values("list:offlist_budget_used:ratio"))
                                .hasSize(1));

                assertThat(prometheus.health())
                        .hasSizeGreaterThan(30)
                        .allSatisfy(rule -> assertThat(rule.getValue()).isEqualTo("ok"));
                assertThat(prometheus.alerts("firing")).isEmpty();

                offlist.stop();
                await().atMost(PATIENCE)
                        .untilAsserted(
                                () -> assertThat(prometheus.alerts("pending")).containsExactly("OfflistDown"));
            }
        }
    }
}
