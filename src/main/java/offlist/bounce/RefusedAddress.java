package offlist.bounce;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import offlist.pool.IpAddress;
import offlist.pool.PoolName;

/**
 * Which address was refused, as far as that can be told.
 *
 * @param evidence where it was found; empty when it is unknown
 * @param pools the pools it is in; none when it is not ours
 * @param candidates addresses of the pool that it can be, when that cannot be told
 */
public record RefusedAddress(
        Optional<IpAddress> address,
        Optional<AddressEvidence> evidence,
        SortedSet<PoolName> pools,
        List<IpAddress> candidates) {

    /** Nothing tells. */
    public static final RefusedAddress UNKNOWN =
            new RefusedAddress(Optional.empty(), Optional.empty(), new TreeSet<>(), List.of());

    /** Copies the collections. */
    public RefusedAddress {
        pools = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(pools));
        candidates = List.copyOf(candidates);
    }

    /** Whether it is in a pool; empty while the address is unknown. */
    public Optional<Boolean> ours() {
        return address.map(known -> !pools.isEmpty());
    }
}
