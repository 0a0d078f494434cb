package offlist.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as programs see it. What belongs to asking it is null when it is not asked.
 *
 * @param zone with {@code {key}} where a key is
 * @param notAskedBecause in words
 * @param listings open listings on it
 */
public record ListView(
        String id,
        String name,
        String operator,
        String zone,
        List<String> kinds,
        String profile,
        String severity,
        boolean asked,
        @Nullable String notAskedBecause,
        @Nullable Health health,
        @Nullable Interval interval,
        @Nullable Questions questions,
        @Nullable Long unknownPairs,
        @Nullable Double oldestAnswerSeconds,
        @Nullable Long checks,
        int listings) {
    /** @param cause in words, with the remedy */
    public record Health(String state, String cause, Instant since) {}

    /** @param stretchedBecause why it is asked less often than wanted, null when it is not */
    public record Interval(
            double wantedSeconds,
            double plannedSeconds,
            @Nullable Double achievedSeconds,
            @Nullable String stretchedBecause) {}

    /**
     * Questions in a day.
     *
     * @param limit what the list leaves, for all that share it; null when there is no limit
     * @param used what the last 24 hours may have held of it
     */
    public record Questions(
            long wanted,
            long planned,
            @Nullable Integer limit,
            @Nullable Integer used) {}
}
