package offlist.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import offlist.metrics.TargetReading.OnList;
import offlist.metrics.TargetReading.Standing;

/**
 * Writes what is known of one target for Prometheus' multi-target pattern: one scrape, one target, no memory of the scrape
 * before. The first two names are those that exporters of this kind have in common; what is not known has no series.
 */
public final class TargetExposition {
    private static final double NANOS = 1e9;

    private TargetExposition() {}

    /** A scrape as it is sent. */
    public record Written(String contentType, byte[] body) {}

    /**
     * The text of a scrape.
     *
     * @param accept the header of the request, in which a scraper says which formats it reads
     */
    public static Written write(TargetReading reading, String accept) {
        Exposition.Scrape scrape = new Exposition(() -> snapshots(reading)).scrape(accept, "");
        return new Written(scrape.contentType(), scrape.body().toByteArray());
    }

    private static MetricSnapshots snapshots(TargetReading reading) {
        return MetricSnapshots.of(
                one(
                        "probe_success",
                        "1 when at least one list has told something, 0 when nobody knows.",
                        success(reading)),
                seconds(
                        "probe_duration_seconds",
                        "Time from the request to the answer.",
                        List.of(point(seconds(reading.took()), Labels.EMPTY))),
                gauge("offlist_probe_lists", "Lists by what they say of the target.", counts(reading)),
                gauge(
                        "offlist_probe_listed",
                        "1 where the list has the target, 0 where it has not; absent where that is not known.",
                        points(reading, TargetExposition::listed)),
                gauge(
                        "offlist_probe_listing",
                        "1 for each list that has the target.",
                        points(reading, TargetExposition::listing)),
                gauge(
                        "offlist_probe_score",
                        "The number that the list gave last.",
                        points(reading, TargetExposition::score)),
                seconds(
                        "offlist_probe_answer_age_seconds",
                        "Age of the last answer of the list that tells something.",
                        points(reading, TargetExposition::age)));
    }

    private static double success(TargetReading reading) {
        return reading.known() ? 1 : 0;
    }

    private static List<GaugeDataPointSnapshot> counts(TargetReading reading) {
        return Stream.of(Standing.values())
                .map(standing -> point(reading.count(standing), Labels.of("state", standing.label())))
                .toList();
    }

    private static Stream<GaugeDataPointSnapshot> listed(OnList on) {
        return on.standing() == Standing.UNKNOWN
                ? Stream.empty()
                : Stream.of(point(on.standing() == Standing.LISTED ? 1 : 0, list(on)));
    }

    private static Stream<GaugeDataPointSnapshot> listing(OnList on) {
        return on.grade().stream()
                .map(grade -> point(
                        1,
                        Labels.of(
                                "list", on.list().value(),
                                "severity", grade.severity().label(),
                                "reason", grade.reason())));
    }

    private static Stream<GaugeDataPointSnapshot> score(OnList on) {
        return on.score().stream().mapToObj(score -> point(score, list(on)));
    }

    private static Stream<GaugeDataPointSnapshot> age(OnList on) {
        return on.age().stream().map(age -> point(seconds(age), list(on)));
    }

    private static Labels list(OnList on) {
        return Labels.of("list", on.list().value());
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS;
    }

    private static List<GaugeDataPointSnapshot> points(
            TargetReading reading, Function<OnList, Stream<GaugeDataPointSnapshot>> each) {
        return reading.lists().stream().flatMap(each).toList();
    }

    private static GaugeSnapshot one(String name, String help, double value) {
        return gauge(name, help, List.of(point(value, Labels.EMPTY)));
    }

    private static GaugeSnapshot gauge(String name, String help, List<GaugeDataPointSnapshot> points) {
        return new GaugeSnapshot(new MetricMetadata(name, help), points);
    }

    private static GaugeSnapshot seconds(String name, String help, List<GaugeDataPointSnapshot> points) {
        return new GaugeSnapshot(new MetricMetadata(name, help, Unit.SECONDS), points);
    }

    private static GaugeDataPointSnapshot point(double value, Labels labels) {
        return new GaugeDataPointSnapshot(value, labels, null);
    }
}
