package offlist.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import offlist.metrics.Readings.RemovalFigure;

/** What came of asking lists to let go: the same four metrics by list and by pool. */
final class RemovalSeries {
    private final Series requests;
    private final Series seconds;
    private final Series success;
    private final Series relapse;

    private RemovalSeries(Metric requests, Metric seconds, Metric success, Metric relapse) {
        this.requests = new Series(requests);
        this.seconds = new Series(seconds);
        this.success = new Series(success);
        this.relapse = new Series(relapse);
    }

    static Stream<MetricSnapshot> of(Readings.Removal removal) {
        RemovalSeries lists = new RemovalSeries(
                Metric.REMOVAL_LIST_REQUESTS,
                Metric.REMOVAL_LIST_SECONDS,
                Metric.REMOVAL_LIST_SUCCESS,
                Metric.REMOVAL_LIST_RELAPSE);
        RemovalSeries pools = new RemovalSeries(
                Metric.REMOVAL_POOL_REQUESTS,
                Metric.REMOVAL_POOL_SECONDS,
                Metric.REMOVAL_POOL_SUCCESS,
                Metric.REMOVAL_POOL_RELAPSE);
        return Stream.concat(lists.all(removal.lists()).stream(), pools.all(removal.pools()).stream());
    }

    private List<MetricSnapshot> all(Map<String, RemovalFigure> figures) {
        figures.forEach(this::one);
        return List.of(requests.snapshot(), seconds.snapshot(), success.snapshot(), relapse.snapshot());
    }

    private void one(String name, RemovalFigure figure) {
        requests.set(figure.requests(), name);
        figure.success().ifPresent(part -> success.set(part, name));
        figure.relapse().ifPresent(part -> relapse.set(part, name));
        figure.times().forEach(each -> seconds.set(each.time(), name, each.span(), each.percentile()));
    }
}
