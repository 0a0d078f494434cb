package offlist.alert;

import offlist.yaml.Labels;

/** What an alert is about; values of the routing label and of the metric label {@code kind}. */
public enum AlertKind {
    LISTING,
    LIST_HEALTH,
    RESOLVER_HEALTH,
    POOL_SOURCE,
    BOUNCE_SOURCE,
    REMOVAL_TASK,
    REFUSAL,
    BUDGET,
    /** A receiver that takes nothing. */
    DELIVERY,
    DIGEST;

    /** The kind of this word. */
    static AlertKind of(String label) {
        return Labels.find(AlertKind.class, label).orElse(LISTING);
    }

    /** What an incident is about, by its id. */
    static AlertKind ofIncident(String id) {
        int slash = id.indexOf('/');
        return slash < 0 ? LISTING : of(id.substring(0, slash));
    }

    /** The word for it in routes and metrics. */
    public String label() {
        return Labels.of(this);
    }
}
