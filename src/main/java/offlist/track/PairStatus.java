package offlist.track;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.probe.Observation;
import offlist.probe.Pair;

/**
 * What is known of a pair now.
 *
 * @param verdict {@code listed}, {@code not_listed}, {@code unknown}, or {@code unchecked} before the first answer
 * @param since when the verdict became what it is, where that is kept
 * @param lastAnswerAt time of the last definite answer
 * @param listing the open listing
 * @param recent the last observations that were not plainly clean, newest first
 * @param score the number that the list gave last
 */
public record PairStatus(
        Pair pair,
        String verdict,
        Optional<Instant> since,
        Optional<Instant> lastAnswerAt,
        Optional<Listing> listing,
        List<Observation> recent,
        Optional<PairScore> score) {
    /** On a list that gives no numbers. */
    public PairStatus(
            Pair pair,
            String verdict,
            Optional<Instant> since,
            Optional<Instant> lastAnswerAt,
            Optional<Listing> listing,
            List<Observation> recent) {
        this(pair, verdict, since, lastAnswerAt, listing, recent, Optional.empty());
    }
}
