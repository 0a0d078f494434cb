package offlist.track;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.probe.Health;

/**
 * A list at one moment, for pages and metrics.
 *
 * @param since when the health became what it is
 * @param wanted the interval the operator and the catalogue ask for
 * @param planned the interval that fits the list's limits
 * @param achieved how long the last full turn took, empty before the first
 * @param stretch why planned is longer than wanted, empty when it is not
 * @param pending questions without an answer yet
 * @param unknownPairs pairs whose last check had no definite answer
 * @param oldestAnswer age of the oldest definite answer, empty before the first turn is complete
 * @param checks all checks since the start of the process
 */
public record ListStatus(
        ListId list,
        Health health,
        Instant since,
        Duration wanted,
        Duration planned,
        Optional<Duration> achieved,
        String stretch,
        int pending,
        long unknownPairs,
        Optional<Duration> oldestAnswer,
        long checks) {}
