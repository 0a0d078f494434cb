package offlist.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import offlist.catalogue.ListId;
import offlist.catalogue.Scope;
import offlist.catalogue.Severity;
import offlist.pool.IpAddress;
import offlist.pool.PoolName;
import offlist.track.Listing;
import org.junit.jupiter.api.Test;

class OpenListingsTest {
    private static final Instant OPENED = Instant.parse("2026-11-22T12:00:00Z");

    private final OpenListings kept = new OpenListings();

    @Test
    void whatIsKeptSaysTheSameAsWhatIsMadeAnew() {
        Random random = new Random(20261122);
        List<Listing> open = new ArrayList<>();
        for (int round = 0; round < 300; round++) {
            open.removeIf(each -> random.nextInt(4) == 0);
            for (int i = random.nextInt(6); i > 0; i--) {
                open.add(listing(random.nextInt(40), Severity.values()[random.nextInt(3)], random.nextBoolean()));
            }
            List<Listing> shown = distinct(open);
            assertThat(lines(kept.of(shown)))
                    .as("round %d", round)
                    .isEqualTo(lines(new OpenListings().of(shown)))
                    .hasSize(2 * pools(shown));
        }
    }

    @Test
    void nothingIsMadeWhileNothingChanges() {
        List<Listing> open = List.of(listing(1, Severity.MAJOR, true), listing(2, Severity.MAJOR, false));
        assertThat(kept.of(open)).isSameAs(kept.of(List.copyOf(open.reversed())));
        assertThat(kept.of(open)).isNotSameAs(kept.of(open.subList(0, 1)));
    }

    @Test
    void aListingThatChangesItsSeverityHasOneSeries() {
        kept.of(List.of(listing(1, Severity.MAJOR, false)));
        assertThat(lines(kept.of(List.of(listing(1, Severity.CRITICAL, false)))))
                .hasSize(2)
                .anyMatch(line -> line.contains("severity=\"critical\""))
                .noneMatch(line -> line.contains("severity=\"major\""));
    }

    @Test
    void theSameSeriesGivenTwiceIsThereOnce() {
        assertThat(lines(kept.of(List.of(listing(1, Severity.MAJOR, false), listing(1, Severity.MAJOR, false)))))
                .hasSize(2);
    }

    private static List<Listing> distinct(List<Listing> open) {
        List<Listing> distinct = new ArrayList<>();
        for (Listing each : open) {
            if (distinct.stream().noneMatch(other -> other.target().equals(each.target()))) {
                distinct.add(each);
            }
        }
        return distinct;
    }

    private static int pools(List<Listing> open) {
        return open.stream().mapToInt(each -> each.pools().size()).sum();
    }

    private static List<String> lines(List<MetricSnapshot> snapshots) {
        return snapshots.stream()
                .flatMap(snapshot -> snapshot.getDataPoints().stream()
                        .map(point -> snapshot.getMetadata().getName() + point.getLabels() + " "
                                + ((GaugeDataPointSnapshot) point).getValue()))
                .toList();
    }

    private static Listing listing(int number, Severity severity, boolean both) {
        TreeSet<PoolName> pools = new TreeSet<>(List.of(new PoolName("a")));
        if (both) {
            pools.add(new PoolName("b"));
        }
        return new Listing(
                "id" + number,
                IpAddress.parse("192.0.2." + number),
                new ListId("alpha"),
                pools,
                severity,
                Scope.ADDRESS,
                "spam",
                List.of(),
                "",
                OPENED.plusSeconds(number),
                Optional.empty(),
                Optional.empty());
    }
}
