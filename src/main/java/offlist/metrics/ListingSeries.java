package offlist.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.pool.PoolCount;
import offlist.pool.PoolName;
import offlist.probe.Kinds;
import offlist.track.Listing;
import offlist.track.Status;

/** How many listings there are, and how the pools stand. */
final class ListingSeries {
    private final Series listings = new Series(Metric.LISTINGS);
    private final Series addresses = new Series(Metric.POOL_ADDRESSES);

    private ListingSeries() {}

    static List<MetricSnapshot> of(Status status, Asked asked) {
        ListingSeries series = new ListingSeries();
        series.zeros(asked);
        series.listings(status.open());
        series.pools(status, asked);
        return List.of(series.listings.snapshot(), series.addresses.snapshot());
    }

    private void zeros(Asked asked) {
        for (PoolName pool : asked.pools()) {
            Metric.POOL_ADDRESSES.values("state").forEach(state -> addresses.set(0, pool.value(), state));
            asked.severities().forEach((list, severities) -> zeros(pool, list, severities));
        }
    }

    private void zeros(PoolName pool, ListId list, Collection<Severity> severities) {
        severities.forEach(severity -> listings.set(0, pool.value(), list.value(), severity.label()));
    }

    private record Alike(PoolName pool, ListId list, Severity severity) {}

    private void listings(List<Listing> open) {
        Map<Alike, Integer> counts = new HashMap<>();
        for (Listing each : open) {
            each.pools().forEach(pool -> counts.merge(new Alike(pool, each.list(), each.severity()), 1, Integer::sum));
        }
        counts.forEach((each, count) -> listings.set(
                count, each.pool().value(), each.list().value(), each.severity().label()));
    }

    private void pools(Status status, Asked asked) {
        Coverage coverage = Coverage.of(status, asked);
        for (PoolName pool : status.pool().names()) {
            PoolCount count = status.pool().count(pool);
            count(pool, count.v4(), coverage.state(Kind.IPV4));
            count(pool, count.v6(), coverage.state(Kind.IPV6));
            count(pool, count.names(), coverage.state(Kind.DOMAIN));
        }
        listed(status).forEach((alike, count) -> {
            // Counted above as if they were not.
            count(alike.pool(), -count, coverage.state(alike.kind()));
            count(alike.pool(), count, "listed");
        });
    }

    private record OfKind(PoolName pool, Kind kind) {}

    private static Map<OfKind, Integer> listed(Status status) {
        Map<OfKind, Integer> counts = new HashMap<>();
        status.bad().stream()
                .map(Listing::target)
                .distinct()
                .forEach(target -> status.pool().pools(target).stream()
                        .flatMap(Set::stream)
                        .forEach(pool -> counts.merge(new OfKind(pool, Kinds.of(target)), 1, Integer::sum)));
        return counts;
    }

    private void count(PoolName pool, int targets, String state) {
        if (targets != 0) {
            addresses.add(targets, pool.value(), state);
        }
    }
}
