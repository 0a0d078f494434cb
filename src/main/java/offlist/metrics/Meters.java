package offlist.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import offlist.catalogue.ListId;
import offlist.pool.PoolName;
import offlist.probe.Observation;
import offlist.reply.RefusalClass;
import offlist.track.CloseReason;
import offlist.track.Listing;
import offlist.track.Transition;

/** What is counted as it happens. Threads may share it. */
public final class Meters {
    /** Of a refusal that names no list of the catalogue. */
    private static final String NO_LIST = "none";

    private final Counter checks;
    private final Counter failures;
    private final Histogram seconds;
    private final Counter transitions;
    private final Histogram durations;
    private final Counter notifications;
    private final Counter tickets;
    private final Counter refusals;
    private final Counter disagreements;
    private final Counter complaints;
    private final Counter scrapeFailures;
    private final Map<ListId, ListMeters> lists = new ConcurrentHashMap<>();

    /** @param version of Offlist */
    public Meters(PrometheusRegistry registry, String version) {
        checks = counter(Metric.CHECKS, registry);
        failures = counter(Metric.CHECK_FAILURES, registry);
        seconds = histogram(Metric.CHECK_SECONDS, Buckets.CHECK, registry);
        transitions = counter(Metric.TRANSITIONS, registry);
        durations = histogram(Metric.LISTING_DURATION, Buckets.LISTING, registry);
        notifications = counter(Metric.NOTIFICATIONS, registry);
        tickets = counter(Metric.TICKETS, registry);
        refusals = counter(Metric.REFUSALS, registry);
        Metric.REFUSALS.values("class").forEach(each -> refusals.initLabelValues(each, NO_LIST));
        disagreements = counter(Metric.DISAGREEMENTS, registry);
        complaints = counter(Metric.COMPLAINTS, registry);
        scrapeFailures = counter(Metric.SCRAPE_FAILURES, registry);
        Metric.SCRAPE_FAILURES.values("part").forEach(scrapeFailures::initLabelValues);
        Info build = Info.builder()
                .name(Metric.BUILD.full())
                .help(Metric.BUILD.help())
                .labelNames(Metric.BUILD.labelNames())
                .register(registry);
        build.setLabelValues(version, String.valueOf(Runtime.version().feature()));
    }

    /** Lets all series of these lists and pools begin at zero, and those of lists not asked any more end. */
    public void asked(Collection<ListId> asked, Collection<PoolName> pools) {
        Set<ListId> wanted = Set.copyOf(asked);
        lists.keySet().stream().filter(list -> !wanted.contains(list)).toList().forEach(this::retired);
        wanted.forEach(list -> of(list));
        for (ListId list : wanted) {
            durations.initLabelValues(list.value());
            pools.forEach(pool -> begin(list, pool));
        }
    }

    /** A list is not asked any more: its series end. */
    public void retired(ListId list) {
        lists.remove(list);
        checks.removeIf(labels -> labels.getFirst().equals(list.value()));
        failures.removeIf(labels -> labels.getFirst().equals(list.value()));
        seconds.remove(list.value());
    }

    /** Lets the series of a receiver begin at zero. */
    public void tells(String receiver) {
        for (String kind : Metric.NOTIFICATIONS.values("kind")) {
            Metric.NOTIFICATIONS
                    .values("outcome")
                    .forEach(outcome -> notifications.initLabelValues(receiver, kind, outcome));
        }
    }

    public void checked(Observation observation) {
        of(observation.pair().list()).checked(observation);
    }

    /**
     * A check that found the target not listed.
     *
     * @param took nanoseconds
     */
    public void clean(ListId list, long took) {
        of(list).clean(took);
    }

    public void transition(Transition transition) {
        Listing listing = transition.listing();
        for (PoolName pool : listing.pools()) {
            transitions
                    .labelValues(listing.list().value(), pool.value(), transition.label())
                    .inc();
        }
        if (transition instanceof Transition.Closed
                && listing.closedBecause().filter(CloseReason.DELISTED::equals).isPresent()) {
            Duration lasted = Duration.between(listing.openedAt(), transition.at());
            durations.labelValues(listing.list().value()).observe(lasted.toMillis() / 1000.0);
        }
    }

    /** One attempt to tell a receiver something. */
    public void notification(String receiver, String kind, String outcome) {
        notifications.labelValues(receiver, kind, outcome).inc();
    }

    /** Lets the series of a ticket system begin at zero. */
    public void asksFor(String system) {
        Metric.TICKETS.values("outcome").forEach(outcome -> tickets.initLabelValues(system, outcome));
    }

    /** One attempt to change a ticket. */
    public void ticket(String system, String outcome) {
        tickets.labelValues(system, outcome).inc();
    }

    /** A receiver refused us; {@code list} is the one it names. */
    public void refused(RefusalClass refusalClass, Optional<ListId> list) {
        refusals.labelValues(refusalClass.label(), list.map(ListId::value).orElse(NO_LIST))
                .inc();
    }

    /** A refusal names the list, and the list says that the address is not on it. */
    public void disagreed(ListId list) {
        disagreements.labelValues(list.value()).inc();
    }

    /** Recipients complained about messages from an address of a pool. */
    public void complained(String type, PoolName pool, long incidents) {
        complaints.labelValues(type, pool.value()).inc(incidents);
    }

    void scrapeFailed(String part) {
        scrapeFailures.labelValues(part).inc();
    }

    private ListMeters of(ListId list) {
        return lists.computeIfAbsent(list, id -> new ListMeters(id, checks, failures, seconds));
    }

    private void begin(ListId list, PoolName pool) {
        Metric.TRANSITIONS
                .values("transition")
                .forEach(transition -> transitions.initLabelValues(list.value(), pool.value(), transition));
    }

    private static Counter counter(Metric metric, PrometheusRegistry registry) {
        return Counter.builder()
                .name(metric.full())
                .help(metric.help())
                .labelNames(metric.labelNames())
                .withoutExemplars()
                .register(registry);
    }

    private static Histogram histogram(Metric metric, double[] buckets, PrometheusRegistry registry) {
        return Histogram.builder()
                .name(metric.full())
                .help(metric.help())
                .unit(Unit.SECONDS)
                .labelNames(metric.labelNames())
                .classicOnly()
                .classicUpperBounds(buckets)
                .withoutExemplars()
                .register(registry);
    }
}
