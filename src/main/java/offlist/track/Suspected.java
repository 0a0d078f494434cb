package offlist.track;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.dns.ResolverId;

/**
 * A suspicion, for people who look: answers that differ from what is recorded and agree with each other.
 *
 * @param codes what they say; empty when they say that the pair is not listed
 * @param looks how many there were
 * @param since when the first of them was asked
 * @param last when the newest of them was asked
 * @param by whom that one was asked
 */
public record Suspected(Optional<List<String>> codes, int looks, Instant since, Instant last, ResolverId by) {
    public Suspected {
        codes = codes.map(List::copyOf);
    }

    static Suspected of(Suspicion suspicion) {
        return new Suspected(
                suspicion.claim() instanceof Claim.Listed listed
                        ? Optional.of(List.copyOf(listed.answers()))
                        : Optional.empty(),
                suspicion.looks(),
                suspicion.seen().getFirst().at(),
                suspicion.last().asked(),
                suspicion.last().resolver());
    }
}
