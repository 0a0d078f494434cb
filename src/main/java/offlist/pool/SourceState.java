package offlist.pool;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one source does, for people.
 *
 * @param message why it is not simply ok; empty when it is
 * @param notes what the source itself remarked, such as a part that cannot be enumerated
 * @param since when the status began
 * @param size how many addresses and domains it adds now
 * @param lastGoodAt when it was last read with success
 */
public record SourceState(
        String id,
        PoolName pool,
        SourceKind kind,
        SourceStatus status,
        String message,
        List<String> notes,
        Instant since,
        int size,
        Optional<Instant> lastGoodAt) {
    public SourceState {
        notes = List.copyOf(notes);
    }
}
