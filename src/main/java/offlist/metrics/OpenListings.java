package offlist.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import offlist.pool.PoolName;
import offlist.track.Listing;

/**
 * The two series of each open listing. A listing's labels are made once and kept in their order while it is open: for ten
 * thousand listings making and sorting them took longer than all else in a scrape. Threads may share it.
 */
final class OpenListings {
    private final List<Row> rows = new ArrayList<>();
    private Set<Listing> held = Set.of();
    private List<MetricSnapshot> snapshots = snapshots();

    /** One listing in one pool. */
    private record Row(Listing listing, GaugeDataPointSnapshot open, GaugeDataPointSnapshot opened) {}

    synchronized List<MetricSnapshot> of(List<Listing> open) {
        Set<Listing> now = Collections.newSetFromMap(new IdentityHashMap<>(open.size()));
        now.addAll(open);
        // A listing that changes is another object.
        boolean gone = rows.removeIf(row -> !now.contains(row.listing()));
        boolean came = false;
        for (Listing each : open) {
            came |= !held.contains(each) && add(each);
        }
        held = now;
        if (gone || came) {
            snapshots = snapshots();
        }
        return snapshots;
    }

    private boolean add(Listing each) {
        String address = each.target().text();
        String list = each.list().value();
        double openedAt = Series.seconds(each.openedAt());
        for (PoolName pool : each.pools()) {
            rows.add(new Row(
                    each,
                    Series.point(
                            Metric.LISTING,
                            1,
                            address,
                            list,
                            pool.value(),
                            each.severity().label(),
                            each.reason()),
                    Series.point(Metric.LISTING_OPENED, openedAt, address, list, pool.value())));
        }
        return true;
    }

    private List<MetricSnapshot> snapshots() {
        // What was there is in order already, which makes this nearly a merge; a snapshot sorts in the same order.
        rows.sort(Comparator.comparing(row -> row.open().getLabels()));
        return List.of(
                Series.gauge(Metric.LISTING, points(Row::open)),
                Series.gauge(Metric.LISTING_OPENED, points(Row::opened)));
    }

    /** A series given twice would spoil the whole scrape: the last one stays. */
    private List<GaugeDataPointSnapshot> points(Function<Row, GaugeDataPointSnapshot> which) {
        List<GaugeDataPointSnapshot> points = new ArrayList<>(rows.size());
        for (Row row : rows) {
            GaugeDataPointSnapshot point = which.apply(row);
            if (!points.isEmpty() && points.getLast().getLabels().equals(point.getLabels())) {
                points.removeLast();
            }
            points.add(point);
        }
        return points;
    }
}
