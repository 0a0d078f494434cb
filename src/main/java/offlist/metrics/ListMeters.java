package offlist.metrics;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import offlist.catalogue.ListId;
import offlist.probe.Observation;
import offlist.probe.Verdict;

/** The counters of one list, looked up once: they are touched at every check. Threads may share it. */
final class ListMeters {
    private static final double NANOS = 1_000_000_000.0;

    private final Map<String, CounterDataPoint> verdicts = new LinkedHashMap<>();
    private final Map<Verdict.Cause, CounterDataPoint> causes = new EnumMap<>(Verdict.Cause.class);
    private final CounterDataPoint notListed;
    private final DistributionDataPoint seconds;

    ListMeters(ListId list, Counter checks, Counter failures, Histogram seconds) {
        Metric.CHECKS
                .values("verdict")
                .forEach(verdict -> verdicts.put(verdict, checks.labelValues(list.value(), verdict)));
        Verdict.Cause.ofAnswers()
                .forEach(cause -> causes.put(cause, failures.labelValues(list.value(), cause.label())));
        this.notListed = Objects.requireNonNull(verdicts.get("not_listed"));
        this.seconds = seconds.labelValues(list.value());
    }

    void clean(long took) {
        notListed.inc();
        seconds.observe(took / NANOS);
    }

    void checked(Observation observation) {
        Objects.requireNonNull(verdicts.get(observation.verdict().label())).inc();
        if (observation.verdict() instanceof Verdict.Failed failed) {
            Objects.requireNonNull(causes.get(failed.cause())).inc();
        }
        seconds.observe(observation.took().toNanos() / NANOS);
    }
}
