package offlist.metrics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import offlist.catalogue.Severity;
import offlist.probe.Health;
import offlist.probe.Verdict;
import offlist.reply.RefusalClass;

/** Every metric of ours, in one place. {@code docs/metrics.md} is compared with it by a test. */
enum Metric {
    BUILD(
            Kind.INFO,
            "offlist_build_info",
            "Always 1; the labels say which version runs on which Java.",
            Label.open("version"),
            Label.open("java")),
    POOL_ADDRESSES(
            Kind.GAUGE,
            "offlist_pool_addresses",
            "Targets in a pool: listed somewhere, on no list that could answer, or not known yet.",
            Names.POOL,
            Label.of("state", "listed", "clean", "unknown")),
    LISTING(
            Kind.GAUGE,
            "offlist_listing",
            "1 for each open listing and pool; ends when the listing closes and never because a check failed.",
            Names.ADDRESS,
            Names.LIST,
            Names.POOL,
            Names.SEVERITY,
            Label.open("reason")),
    LISTING_OPENED(
            Kind.GAUGE,
            "offlist_listing_opened_timestamp_seconds",
            "When an open listing was opened, in seconds since 1970.",
            Names.ADDRESS,
            Names.LIST,
            Names.POOL),
    LISTINGS(Kind.GAUGE, "offlist_listings", "Open listings, also zero.", Names.POOL, Names.LIST, Names.SEVERITY),
    SCORE(
            Kind.GAUGE,
            "offlist_score",
            "The number that a list with scores last gave; absent while the list has none for the target.",
            Names.ADDRESS,
            Names.LIST,
            Names.POOL),
    SCORE_THRESHOLD(
            Kind.GAUGE,
            "offlist_score_threshold",
            "A score below poor is poor, one that is not below good is good; absent where nobody has said so.",
            Names.LIST,
            Label.of("level", "poor", "good")),
    FLAPPING(
            Kind.GAUGE,
            "offlist_flapping_pairs",
            "Open listings of pairs that came and went too often; they close only after a time of calm.",
            Names.LIST),
    CHECKS(
            Kind.COUNTER,
            "offlist_checks_total",
            "Checks by what the list said.",
            Names.LIST,
            Label.of("verdict", "listed", "not_listed", "refused", "failed")),
    QUESTIONS(
            Kind.COUNTER,
            "offlist_questions_total",
            "Questions that left for checks; each ends as a check with some verdict.",
            Names.LIST),
    QUESTIONS_PENDING(
            Kind.GAUGE, "offlist_questions_pending", "Questions of checks that wait for an answer.", Names.LIST),
    CHECK_FAILURES(
            Kind.COUNTER,
            "offlist_check_failures_total",
            "Checks without a usable answer, by cause.",
            Names.LIST,
            new Label(
                    "cause", Verdict.Cause.ofAnswers().map(Verdict.Cause::label).toList())),
    CHECK_SECONDS(Kind.HISTOGRAM, "offlist_check_seconds", "Time from the question to the verdict.", Names.LIST),
    TRANSITIONS(
            Kind.COUNTER,
            "offlist_transitions_total",
            "Confirmed changes of listings; a listing in two pools counts in both.",
            Names.LIST,
            Names.POOL,
            Label.of("transition", "opened", "changed", "closed")),
    LISTING_DURATION(
            Kind.HISTOGRAM,
            "offlist_listing_duration_seconds",
            "How long listings lasted that ended because the list took the target off.",
            Names.LIST),
    LIST_HEALTH(
            Kind.GAUGE,
            "offlist_list_health",
            "1 for the state a list is in, 0 for the others.",
            Names.LIST,
            Label.of("state", Health.State.values(), Health.State::label)),
    LIST_INTERVAL(
            Kind.GAUGE,
            "offlist_list_interval_seconds",
            "Time of one turn over the pool: as asked for, as it fits the limits of the list, as last reached.",
            Names.LIST,
            Label.of("kind", "wanted", "planned", "achieved")),
    LIST_QUESTIONS(
            Kind.GAUGE,
            "offlist_list_questions_per_day",
            "Questions in 24 hours: as asked for, as planned, as the list leaves, as the last 24 hours may have held.",
            Names.LIST,
            Label.of("kind", "wanted", "planned", "limit", "used")),
    UNKNOWN_PAIRS(
            Kind.GAUGE,
            "offlist_unknown_pairs",
            "Targets whose last check on this list had no definite answer.",
            Names.LIST),
    OLDEST_ANSWER(
            Kind.GAUGE,
            "offlist_oldest_answer_seconds",
            "Age of the oldest definite answer of a list; absent before the first turn is complete.",
            Names.LIST),
    RESOLVER_HEALTH(
            Kind.GAUGE,
            "offlist_resolver_health",
            "1 for the state a resolver is in, 0 for the others.",
            Label.open("resolver"),
            Label.of(
                    "state",
                    "healthy",
                    "unreachable",
                    "rewrites_nxdomain",
                    "strips_loopback",
                    "public",
                    "filters",
                    "unverified")),
    POOL_SOURCE(
            Kind.GAUGE,
            "offlist_pool_source_ok",
            "1 when the source was read, 0 when its last good answer is used instead.",
            Names.POOL,
            Label.open("source")),
    BOUNCE_SOURCE(
            Kind.GAUGE,
            "offlist_bounce_source_ok",
            "1 while what comes from this source of bounces can be read, 0 while it cannot.",
            Label.open("source")),
    REMOVAL_TASKS(
            Kind.GAUGE,
            "offlist_removal_tasks",
            "Removal tasks by state.",
            Names.LIST,
            Label.of("state", "open", "preparing", "blocked", "ready", "requested", "waiting", "overdue", "closed")),
    REMOVAL_LIST_REQUESTS(
            Kind.GAUGE,
            "offlist_removal_list_requests",
            "How often a list was asked to let go in the last 90 days, once for each listing.",
            Names.LIST),
    REMOVAL_LIST_SECONDS(
            Kind.GAUGE,
            "offlist_removal_list_seconds",
            "How long removals from a list took in the last 90 days.",
            Names.LIST,
            Names.SPAN,
            Names.PERCENTILE),
    REMOVAL_LIST_SUCCESS(
            Kind.GAUGE,
            "offlist_removal_list_success_ratio",
            "Part of the requests that a list answered in the last 90 days and granted; absent while it answered none.",
            Names.LIST),
    REMOVAL_LIST_RELAPSE(
            Kind.GAUGE,
            "offlist_removal_list_relapse_ratio",
            "Part of what a list let go in the last 90 days and listed again within 30 days; absent while it let nothing go.",
            Names.LIST),
    REMOVAL_POOL_REQUESTS(
            Kind.GAUGE,
            "offlist_removal_pool_requests",
            "How often lists were asked to let members of a pool go in the last 90 days, once for each listing.",
            Names.POOL),
    REMOVAL_POOL_SECONDS(
            Kind.GAUGE,
            "offlist_removal_pool_seconds",
            "How long removals of members of a pool took in the last 90 days.",
            Names.POOL,
            Names.SPAN,
            Names.PERCENTILE),
    REMOVAL_POOL_SUCCESS(
            Kind.GAUGE,
            "offlist_removal_pool_success_ratio",
            "Part of the requests for a pool that were answered in the last 90 days and granted; absent while none was answered.",
            Names.POOL),
    REMOVAL_POOL_RELAPSE(
            Kind.GAUGE,
            "offlist_removal_pool_relapse_ratio",
            "Part of what was let go of a pool in the last 90 days and listed again within 30 days; absent while nothing was.",
            Names.POOL),
    NOTIFICATIONS(
            Kind.COUNTER,
            "offlist_notifications_total",
            "Attempts to tell a receiver something, by outcome.",
            Names.RECEIVER,
            Label.of(
                    "kind",
                    "listing",
                    "list-health",
                    "resolver-health",
                    "pool-source",
                    "bounce-source",
                    "removal-task",
                    "refusal",
                    "budget",
                    "delivery",
                    "digest"),
            Label.of("outcome", "delivered", "retried", "given_up")),
    TICKETS(
            Kind.COUNTER,
            "offlist_ticket_changes_total",
            "Attempts to make, change or close a ticket, or to look for one, by outcome.",
            Label.open("system"),
            Label.of("outcome", "taken", "delayed", "refused", "barred", "given_up")),
    REFUSALS(
            Kind.COUNTER,
            "offlist_refusals_total",
            "Refusals by receivers of mail, each once, by what they are about and by the list that they name; `none` where they name none.",
            Label.of(
                    "class",
                    Stream.of(RefusalClass.values()).map(RefusalClass::label).toArray(String[]::new)),
            Names.LIST),
    COMPLAINTS(
            Kind.COUNTER,
            "offlist_complaints_total",
            "Complaints of recipients about messages from an address of a pool, each once.",
            Label.of("type", "abuse", "fraud", "virus", "not-spam", "auth-failure", "other"),
            Names.POOL),
    DISAGREEMENTS(
            Kind.COUNTER,
            "offlist_refusal_disagreements_total",
            "Refusals that name a list which, asked at once, says that the address is not on it.",
            Names.LIST),
    OUTBOX_PENDING(Kind.GAUGE, "offlist_outbox_pending", "Messages that a receiver is still owed.", Names.RECEIVER),
    OUTBOX_OLDEST(
            Kind.GAUGE,
            "offlist_outbox_oldest_seconds",
            "For how long the oldest message under way to a receiver has not been taken; 0 when there is none.",
            Names.RECEIVER),
    EVENTS_OLDEST(
            Kind.GAUGE,
            "offlist_events_oldest_seconds",
            "For how long the oldest event has not been taken by the bus that events go to; 0 when there is none."),
    RELOAD_SUCCESSFUL(
            Kind.GAUGE,
            "offlist_config_last_reload_successful",
            "1 when the last reading of the configuration file was taken, 0 when the one before stays in force."),
    RELOAD_TIME(
            Kind.GAUGE,
            "offlist_config_last_reload_successful_timestamp_seconds",
            "When a configuration was last taken, in seconds since 1970."),
    SCRAPE_FAILURES(
            Kind.COUNTER,
            "offlist_scrape_failures_total",
            "Scrapes that went without a part of the metrics because it could not be read.",
            Label.of("part", "status", "readings"));

    /** What Prometheus calls the type of a metric. */
    enum Kind {
        GAUGE,
        /** A gauge that is always 1. */
        INFO,
        COUNTER,
        HISTOGRAM;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Labels that several metrics share; the same name means the same everywhere. */
    private static final class Names {
        static final Label ADDRESS = Label.open("address");
        static final Label LIST = Label.open("list");
        static final Label POOL = Label.open("pool");
        static final Label RECEIVER = Label.open("receiver");
        static final Label SPAN =
                Label.of("span", "listing_to_request", "request_to_delisting", "listing_to_delisting");
        static final Label PERCENTILE = Label.of("percentile", "50", "90");
        static final Label SEVERITY = Label.of("severity", Severity.values(), Severity::label);
    }

    private final Kind kind;
    private final String full;
    private final String help;
    private final List<Label> labels;

    Metric(Kind kind, String full, String help, Label... labels) {
        this.kind = kind;
        this.full = full;
        this.help = help;
        this.labels = List.of(labels);
    }

    Kind kind() {
        return kind;
    }

    /** The name in queries. */
    String full() {
        return full;
    }

    String help() {
        return help;
    }

    List<Label> labels() {
        return labels;
    }

    String[] labelNames() {
        return labels.stream().map(Label::name).toArray(String[]::new);
    }

    /** All values of a closed label. */
    List<String> values(String label) {
        return labels.stream()
                .filter(each -> each.name().equals(label))
                .map(Label::values)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(full + " has no label " + label));
    }

    static Stream<Metric> all() {
        return Stream.of(values());
    }
}
