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
 * @param daily questions in a day
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
        long checks,
        Daily daily) {

    /** A list without a limit of a day, of whose load nothing is known. */
    public ListStatus(
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
            long checks) {
        this(
                list,
                health,
                since,
                wanted,
                planned,
                achieved,
                stretch,
                pending,
                unknownPairs,
                oldestAnswer,
                checks,
                Daily.NONE);
    }

    /**
     * Questions in a day.
     *
     * @param wanted what the wanted interval would need
     * @param planned what the planned interval needs
     * @param limit what the list leaves, for all that share it; 0 where there is no limit
     * @param used what the last 24 hours may have held of the limit
     */
    public record Daily(long wanted, long planned, int limit, int used) {
        public static final Daily NONE = new Daily(0, 0, 0, 0);

        public boolean limited() {
            return limit > 0;
        }
    }
}
