package offlist.track;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an answer about a pair is compared with.
 *
 * @param codes of the open listing; empty when none is recorded
 * @param flapping the listing came and went too often and closes only after a time of calm
 * @param calm how long that time is
 * @param suspicion answers that differ from it
 * @param looks how many answers in all make a transition
 * @param settling a transition of the pair is being recorded, until then nothing else is
 */
public record Held(
        Optional<List<String>> codes,
        boolean flapping,
        Duration calm,
        Optional<Suspected> suspicion,
        int looks,
        boolean settling) {
    public Held {
        codes = codes.map(List::copyOf);
    }
}
