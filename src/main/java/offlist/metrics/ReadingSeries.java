package offlist.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import offlist.metrics.Readings.Owed;

/** What the other stages keep. */
final class ReadingSeries {
    private ReadingSeries() {}

    static List<MetricSnapshot> of(Readings readings) {
        Series tasks = new Series(Metric.REMOVAL_TASKS);
        readings.tasks().forEach(each -> tasks.set(each.count(), each.list().value(), each.state()));
        Series sources = new Series(Metric.POOL_SOURCE);
        readings.sources()
                .forEach(each -> sources.set(each.ok() ? 1 : 0, each.pool().value(), each.source()));
        Series bounces = new Series(Metric.BOUNCE_SOURCE);
        readings.bounceSources().forEach(each -> bounces.set(each.ok() ? 1 : 0, each.source()));
        Series pending = new Series(Metric.OUTBOX_PENDING);
        Series oldest = new Series(Metric.OUTBOX_OLDEST);
        readings.owed().forEach(each -> owed(each, pending, oldest));
        Series events = new Series(Metric.EVENTS_OLDEST);
        events.set(readings.oldestEvent().orElse(Duration.ZERO));
        Series successful = new Series(Metric.RELOAD_SUCCESSFUL);
        successful.set(readings.reload().successful() ? 1 : 0);
        Series time = new Series(Metric.RELOAD_TIME);
        time.set(readings.reload().at());
        return Stream.concat(
                        Stream.of(tasks, sources, bounces, pending, oldest, events, successful, time)
                                .map(Series::snapshot),
                        RemovalSeries.of(readings.removal()))
                .toList();
    }

    private static void owed(Owed each, Series pending, Series oldest) {
        pending.set(each.pending(), each.receiver());
        oldest.set(each.oldest().orElse(Duration.ZERO), each.receiver());
    }
}
