package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Promtool;
import offlist.testing.Rbldnsd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A scrape of the running program, with listings open, is to the liking of Prometheus. */
@ExtendWith(OfflistHomes.class)
class MetricsIT {

    @Test
    void promtoolHasNoComplaintAndBothFormatsAreServed(OfflistHome home) {
        try (Rbldnsd lists = Rbldnsd.serving("one.example", "two.example")) {
            lists.list("one.example", "192.0.2.10", "127.0.0.4", "a \"quoted\" text with a \\ and ünicode");
            lists.list("one.example", "192.0.2.11", "127.0.0.2", "spam");
            OfflistProcess offlist =
                    home.configure("""
                    interval: 1s
                    resolvers: ["%s"]
                    pools:
                      - {name: a, addresses: [192.0.2.0/27, "2001:db8::25"]}
                      - {name: b, addresses: [192.0.2.10]}
                    lists:
                      use: []
                      custom:
                        - {id: one, zone: one.example, kinds: [ipv4]}
                        - {id: two, zone: two.example, kinds: [ipv4]}
                    """.formatted(lists.resolver())).start();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(offlist.metrics().series("offlist_listing"))
                            .hasSize(3)
                            .allMatch(series -> series.value() == 1));
            lists.unlist("one.example", "192.0.2.11");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> offlist.metrics()
                                    .sum("offlist_listing_duration_seconds_count")
                                    .orElse(0)
                            == 1);

            assertThat(Promtool.complaints(offlist.metrics().text())).isEmpty();

            HttpResponse<String> open = offlist.scrape("Accept", "application/openmetrics-text; version=1.0.0");
            assertThat(open.headers().firstValue("Content-Type").orElse("")).startsWith("application/openmetrics-text");
            assertThat(open.body()).endsWith("# EOF\n").contains("offlist_listing{");
            HttpResponse<String> plain = offlist.scrape("Accept", "text/plain");
            assertThat(plain.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
            assertThat(plain.body()).doesNotContain("# EOF");
            assertThat(offlist.metrics().sum("offlist_config_last_reload_successful"))
                    .hasValue(1);
        }
    }
}
