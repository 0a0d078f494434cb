package offlist.delist;

import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.pool.PoolName;
import offlist.pool.Target;

/**
 * Which tasks; what is empty does not restrict.
 *
 * @param state one of {@link TaskState#LABELS}, or {@link #LIVE}
 */
public record TaskFilter(
        Optional<String> state, Optional<PoolName> pool, Optional<ListId> list, Optional<Target> target) {
    /** Every state but closed. */
    public static final String LIVE = "live";

    public static final TaskFilter ALL =
            new TaskFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
