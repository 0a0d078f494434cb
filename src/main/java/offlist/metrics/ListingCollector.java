package offlist.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import offlist.track.Status;

/** Reads everything that is known per address, list and receiver when Prometheus asks; keeps the labels of what is listed. */
final class ListingCollector implements MultiCollector {
    private static final System.Logger LOG = System.getLogger(ListingCollector.class.getName());

    private final Supplier<Status> board;
    private final Supplier<Readings> readings;
    private final Meters meters;
    private final OpenListings listings = new OpenListings();

    ListingCollector(Supplier<Status> board, Supplier<Readings> readings, Meters meters) {
        this.board = board;
        this.readings = readings;
        this.meters = meters;
    }

    @Override
    public MetricSnapshots collect() {
        List<MetricSnapshot> all = new ArrayList<>();
        all.addAll(part("status", this::status));
        all.addAll(part("readings", () -> ReadingSeries.of(readings.get())));
        return new MetricSnapshots(all);
    }

    private List<MetricSnapshot> status() {
        Status now = board.get();
        Asked asked = Asked.of(readings.get());
        List<MetricSnapshot> all = new ArrayList<>(listings.of(now.open()));
        all.addAll(ListingSeries.of(now, asked));
        all.addAll(ListSeries.of(now));
        all.addAll(ScoreSeries.of(now, asked));
        return all;
    }

    /** A locked store must not take the listings out of a scrape, nor the other way round. */
    private List<MetricSnapshot> part(String name, Supplier<List<MetricSnapshot>> read) {
        try {
            return read.get();
        } catch (RuntimeException e) {
            meters.scrapeFailed(name);
            LOG.log(System.Logger.Level.DEBUG, "metrics without " + name, e);
            return List.of();
        }
    }
}
