package offlist.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is wrong now, whoever is told of it.
 *
 * @param headline one line, without markup; part of it may be from outside, to be escaped
 * @param resolvers through which it was seen, where that matters
 */
public record Incident(
        String id,
        AlertLabels labels,
        String headline,
        Set<String> resolvers,
        Instant openedAt,
        Optional<Acknowledgement> acknowledged) {
    public Incident {
        resolvers = Set.copyOf(resolvers);
    }

    /** Somebody takes care of it: no reminders until it is over, which is told. */
    public record Acknowledgement(Instant at, String by, String comment) {}

    public AlertKind kind() {
        return AlertKind.of(one(AlertLabels.KIND));
    }

    /** The value of a label that has one; empty without it. */
    String one(String label) {
        return labels.of(label).stream().findFirst().orElse("");
    }
}
