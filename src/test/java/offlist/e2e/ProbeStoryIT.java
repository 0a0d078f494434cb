package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.Prometheus;
import offlist.testing.Rbldnsd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The shipped example makes a real Prometheus find the pools' addresses and ask about each, and about one of nobody's. */
@ExtendWith(OfflistHomes.class)
class ProbeStoryIT {
    private static final Path EXAMPLE = Path.of("deploy/prometheus/probe.yml");
    private static final String MEMBER = "192.0.2.10";
    private static final String STRANGER = "192.0.2.99";

    @Test
    void membersAreFoundAndStrangersAreAskedAbout(OfflistHome home) throws IOException {
        try (Rbldnsd lists = Rbldnsd.serving("one.example")) {
            lists.list("one.example", MEMBER, "127.0.0.4", "spam");
            lists.list("one.example", STRANGER, "127.0.0.2", "spam");
            home.configure("""
                    interval: 1s
                    resolvers: ["%s"]
                    pools:
                      - {name: a, addresses: [192.0.2.10/31, "2001:db8::25"]}
                    lists:
                      use: []
                      custom:
                        - {id: one, zone: one.example, kinds: [ipv4]}
                    """.formatted(lists.resolver())).start();
            try (Prometheus prometheus = Prometheus.configured(example(home))) {
                await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                    assertThat(listed(prometheus, "offlist-probe", 1)).containsExactly(MEMBER);
                    assertThat(listed(prometheus, "offlist-probe", 0)).containsExactly("192.0.2.11");
                    assertThat(listed(prometheus, "offlist-probe-static", 1)).containsExactly(STRANGER);
                    // No list is asked about IPv6 here, so nobody knows, and that is neither listed nor clean.
                    assertThat(instances(prometheus, "probe_success{job=\"offlist-probe\"} == 0"))
                            .containsExactly("2001:db8::25");
                    assertThat(instances(prometheus, "up == 0")).isEmpty();
                });
            }
        }
    }

    /** As it is shipped, but for where the daemon is, how often it is asked, and whose the first static target is. */
    private static String example(OfflistHome home) throws IOException {
        return Files.readString(EXAMPLE)
                .replace("offlist:8080", "127.0.0.1:" + home.port())
                .replace("scrape_interval: 5m", "scrape_interval: 1s")
                .replace("scrape_timeout: 30s", "scrape_timeout: 1s")
                .replace("'" + MEMBER + "'", "'" + STRANGER + "'");
    }

    private static List<String> listed(Prometheus prometheus, String job, int value) {
        return instances(prometheus, "offlist_probe_listed{job=\"" + job + "\",list=\"one\"} == " + value);
    }

    private static List<String> instances(Prometheus prometheus, String expr) {
        return prometheus.now(expr).stream()
                .map(series -> series.label("instance"))
                .sorted()
                .toList();
    }
}
