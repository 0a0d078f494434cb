package offlist.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import offlist.track.ListStatus;
import offlist.track.Listing;
import offlist.track.ResolverStatus;
import offlist.track.Status;

/** How the lists and the resolvers do. */
final class ListSeries {
    private final Series health = new Series(Metric.LIST_HEALTH);
    private final Series interval = new Series(Metric.LIST_INTERVAL);
    private final Series daily = new Series(Metric.LIST_QUESTIONS);
    private final Series unknown = new Series(Metric.UNKNOWN_PAIRS);
    private final Series oldest = new Series(Metric.OLDEST_ANSWER);
    private final Series questions = new Series(Metric.QUESTIONS);
    private final Series pending = new Series(Metric.QUESTIONS_PENDING);
    private final Series flapping = new Series(Metric.FLAPPING);
    private final Series resolvers = new Series(Metric.RESOLVER_HEALTH);

    private ListSeries() {}

    static List<MetricSnapshot> of(Status status) {
        ListSeries series = new ListSeries();
        status.lists().forEach(series::list);
        status.open().stream()
                .filter(Listing::flapping)
                .forEach(listing -> series.flapping.add(1, listing.list().value()));
        status.resolvers().forEach(series::resolver);
        return List.of(
                series.health.snapshot(),
                series.interval.snapshot(),
                series.daily.snapshot(),
                series.unknown.snapshot(),
                series.oldest.snapshot(),
                series.questions.counter(),
                series.pending.snapshot(),
                series.flapping.snapshot(),
                series.resolvers.snapshot());
    }

    private void list(ListStatus status) {
        String list = status.list().value();
        health.state(status.health().state().label(), "state", list);
        interval.set(status.wanted(), list, "wanted");
        interval.set(status.planned(), list, "planned");
        status.achieved().ifPresent(achieved -> interval.set(achieved, list, "achieved"));
        daily(status.daily(), list);
        flapping.set(0, list);
        questions.set(status.checks(), list);
        pending.set(status.pending(), list);
        unknown.set(status.unknownPairs(), list);
        status.oldestAnswer().ifPresent(age -> oldest.set(age, list));
    }

    private void daily(ListStatus.Daily of, String list) {
        daily.set(of.wanted(), list, "wanted");
        daily.set(of.planned(), list, "planned");
        if (of.limited()) {
            daily.set(of.limit(), list, "limit");
            daily.set(of.used(), list, "used");
        }
    }

    private void resolver(ResolverStatus status) {
        resolvers.state(status.state().label(), "state", status.resolver().value());
    }
}
