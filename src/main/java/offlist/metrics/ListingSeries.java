package offlist.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.pool.Pool;
import offlist.pool.PoolCount;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.probe.Kinds;
import offlist.track.Listing;
import offlist.track.Status;

/** What is listed, and how the pools stand. */
final class ListingSeries {
    private final Series listing = new Series(Metric.LISTING);
    private final Series opened = new Series(Metric.LISTING_OPENED);
    private final Series listings = new Series(Metric.LISTINGS);
    private final Series addresses = new Series(Metric.POOL_ADDRESSES);

    private ListingSeries() {}

    static List<MetricSnapshot> of(Status status, Asked asked) {
        ListingSeries series = new ListingSeries();
        series.zeros(asked);
        status.open().forEach(series::open);
        series.pools(status, asked);
        return List.of(
                series.listing.snapshot(),
                series.opened.snapshot(),
                series.listings.snapshot(),
                series.addresses.snapshot());
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

    private void open(Listing each) {
        String address = each.target().text();
        String list = each.list().value();
        String severity = each.severity().label();
        for (PoolName pool : each.pools()) {
            listing.set(1, address, list, pool.value(), severity, each.reason());
            opened.set(each.openedAt(), address, list, pool.value());
            listings.add(1, pool.value(), list, severity);
        }
    }

    private void pools(Status status, Asked asked) {
        Coverage coverage = Coverage.of(status, asked);
        for (PoolName pool : status.pool().names()) {
            PoolCount count = status.pool().count(pool);
            count(pool, count.v4(), coverage.state(Kind.IPV4));
            count(pool, count.v6(), coverage.state(Kind.IPV6));
            count(pool, count.names(), coverage.state(Kind.DOMAIN));
        }
        status.bad().stream()
                .map(Listing::target)
                .distinct()
                .forEach(target -> listed(target, status.pool(), coverage));
    }

    /** Counted above as if it were not. */
    private void listed(Target target, Pool members, Coverage coverage) {
        for (PoolName pool : members.pools(target).orElse(Collections.emptySortedSet())) {
            count(pool, -1, coverage.state(Kinds.of(target)));
            count(pool, 1, "listed");
        }
    }

    private void count(PoolName pool, int targets, String state) {
        if (targets != 0) {
            addresses.add(targets, pool.value(), state);
        }
    }
}
