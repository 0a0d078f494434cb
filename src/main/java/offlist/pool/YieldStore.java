package offlist.pool;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the last good answer of every source over a restart, so that a source that fails at the start does not take its
 * addresses out of the pool.
 */
public interface YieldStore {
    Optional<StoredYield> last(String source);

    void keep(String source, StoredYield yield);

    /** A store that ends with the process, for commands that only look. */
    static YieldStore inMemory() {
        Map<String, StoredYield> kept = new HashMap<>();
        return new YieldStore() {
            @Override
            public Optional<StoredYield> last(String source) {
                return Optional.ofNullable(kept.get(source));
            }

            @Override
            public void keep(String source, StoredYield yield) {
                kept.put(source, yield);
            }
        };
    }
}
