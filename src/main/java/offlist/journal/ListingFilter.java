package offlist.journal;

import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.pool.PoolName;
import offlist.pool.Target;

/** Which listings; what is empty does not restrict. */
public record ListingFilter(
        Optional<Boolean> open,
        Optional<PoolName> pool,
        Optional<ListId> list,
        Optional<Target> target,
        Optional<String> incident) {
    public static final ListingFilter ALL =
            new ListingFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
