package offlist.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import offlist.catalogue.ChosenList;
import offlist.catalogue.ScoreLevels;
import offlist.track.PairScore;
import offlist.track.Status;

/** The numbers that lists give, and from where on they are good or poor. */
final class ScoreSeries {
    private final Series scores = new Series(Metric.SCORE);
    private final Series thresholds = new Series(Metric.SCORE_THRESHOLD);

    private ScoreSeries() {}

    static List<MetricSnapshot> of(Status status, Asked asked) {
        ScoreSeries series = new ScoreSeries();
        status.scores().forEach(score -> series.score(status, score));
        asked.lists().stream().filter(list -> list.list().scores()).forEach(series::thresholds);
        return List.of(series.scores.snapshot(), series.thresholds.snapshot());
    }

    private void score(Status status, PairScore score) {
        status.pool().pools(score.pair().target()).stream()
                .flatMap(pools -> pools.stream())
                .forEach(pool -> scores.set(
                        score.value(),
                        score.pair().target().text(),
                        score.pair().list().value(),
                        pool.value()));
    }

    private void thresholds(ChosenList list) {
        ScoreLevels levels = list.list().levels();
        levels.poor().ifPresent(from -> thresholds.set(from, list.id().value(), "poor"));
        levels.good().ifPresent(from -> thresholds.set(from, list.id().value(), "good"));
    }
}
