package offlist.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one gauge or counter at one scrape. Labels given twice keep the last value: a double would spoil the whole scrape. */
final class Series {
    private static final String TOTAL = "_total";
    private static final double MILLIS = 1000.0;

    private final Metric metric;
    private final String[] names;
    private final Map<Labels, Double> values = new LinkedHashMap<>();

    Series(Metric metric) {
        this.metric = metric;
        this.names = metric.labelNames();
    }

    void set(double value, String... labels) {
        values.put(Labels.of(names, labels), value);
    }

    void set(Duration value, String... labels) {
        set(value.toMillis() / MILLIS, labels);
    }

    void set(Instant value, String... labels) {
        set(seconds(value), labels);
    }

    /** Since 1970. */
    static double seconds(Instant value) {
        return value.toEpochMilli() / MILLIS;
    }

    static GaugeDataPointSnapshot point(Metric metric, double value, String... labels) {
        return new GaugeDataPointSnapshot(value, Labels.of(metric.labelNames(), labels), null);
    }

    void add(double value, String... labels) {
        values.merge(Labels.of(names, labels), value, Double::sum);
    }

    /** Sets 1 for the value of the metric's last label that holds and 0 for the others. */
    void state(String current, String label, String about) {
        metric.values(label).forEach(each -> set(each.equals(current) ? 1 : 0, about, each));
    }

    GaugeSnapshot snapshot() {
        return gauge(
                metric,
                values.entrySet().stream()
                        .map(each -> new GaugeDataPointSnapshot(each.getValue(), each.getKey(), null))
                        .toList());
    }

    static GaugeSnapshot gauge(Metric metric, List<GaugeDataPointSnapshot> points) {
        return new GaugeSnapshot(new MetricMetadata(metric.full(), metric.help(), unit(metric)), points);
    }

    /** What is set is the count so far. */
    CounterSnapshot counter() {
        String name = metric.full().substring(0, metric.full().length() - TOTAL.length());
        return new CounterSnapshot(
                new MetricMetadata(name, metric.help()),
                values.entrySet().stream()
                        .map(each -> new CounterDataPointSnapshot(each.getValue(), each.getKey(), null, 0))
                        .toList());
    }

    private static @Nullable Unit unit(Metric metric) {
        return metric.full().endsWith("_seconds") ? Unit.SECONDS : null;
    }
}
