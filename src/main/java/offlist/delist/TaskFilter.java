package offlist.delist;

import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.pool.PoolName;
import offlist.pool.Target;

/**
 * Which tasks; what is empty does not restrict.
 *
 * @param state one of {@link TaskState#LABELS}
 */
public record TaskFilter(
        Optional<String> state, Optional<PoolName> pool, Optional<ListId> list, Optional<Target> target) {
    public static final TaskFilter ALL =
            new TaskFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
