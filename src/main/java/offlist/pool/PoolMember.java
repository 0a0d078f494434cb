package offlist.pool;

import java.util.SortedSet;
import java.util.TreeSet;

/** A target and the pools it is in; it is asked once, however many they are. */
public record PoolMember(Target target, SortedSet<PoolName> pools) {
    public PoolMember {
        if (pools.isEmpty()) {
            throw new IllegalArgumentException(target + " is in no pool");
        }
        pools = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(pools));
    }
}
