package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Scrape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo shows a first listing within a minute, and its end after that, wherever one looks. */
@ExtendWith(OfflistHomes.class)
class DemoIT {

    @Test
    void aFirstListingShowsWithinAMinuteAndGoesAgain(OfflistHome home) {
        OfflistProcess demo = home.launchDaemon("demo");
        await().atMost(60, TimeUnit.SECONDS)
                .ignoreExceptions()
                .until(() -> demo.ready() && !open(demo).isEmpty());
        Scrape.Series first = open(demo).getFirst();
        String address = String.valueOf(first.labels().get("address"));
        String list = String.valueOf(first.labels().get("list"));
        assertThat(first.value()).isEqualTo(1);
        assertThat(demo.page("/")).contains(address, list);
        await().atMost(10, TimeUnit.SECONDS).until(() -> printed(demo, address, "listed"));

        await().atMost(Duration.ofMinutes(3)).until(() -> closings(demo) > 0);
        String gone = demo.all("listings?open=false").getFirst().path("address").asText();
        await().atMost(20, TimeUnit.SECONDS).until(() -> printed(demo, gone, "delisted"));
        assertThat(demo.page("/")).contains(gone);
        assertThat(demo.output()).doesNotContain("\tat ", "Exception");
        assertThat(demo.stop()).isIn(0, 130, 143);
    }

    private static List<Scrape.Series> open(OfflistProcess demo) {
        return demo.metrics().series("offlist_listing");
    }

    private static double closings(OfflistProcess demo) {
        return demo.metrics()
                .sum("offlist_transitions_total", "transition", "closed")
                .orElse(0);
    }

    private static boolean printed(OfflistProcess demo, String... words) {
        return demo.output().lines().anyMatch(line -> List.of(words).stream().allMatch(line::contains));
    }
}
