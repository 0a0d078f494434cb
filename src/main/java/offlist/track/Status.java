package offlist.track;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import offlist.catalogue.ListId;
import offlist.pool.Pool;

/**
 * Everything the daemon holds at one moment. Immutable, shared by threads.
 *
 * @param harmless the lists whose entries do not speak against a sender
 */
public record Status(
        Instant at,
        Pool pool,
        List<Listing> open,
        List<ListStatus> lists,
        List<ResolverStatus> resolvers,
        List<PairScore> scores,
        Set<ListId> harmless) {
    /** Copies the lists. */
    public Status {
        open = List.copyOf(open);
        lists = List.copyOf(lists);
        resolvers = List.copyOf(resolvers);
        scores = List.copyOf(scores);
        harmless = Set.copyOf(harmless);
    }

    /** Where all lists are there to block. */
    public Status(Instant at, Pool pool, List<Listing> open, List<ListStatus> lists, List<ResolverStatus> resolvers) {
        this(at, pool, open, lists, resolvers, List.of(), Set.of());
    }

    /** The open listings that speak against a sender. */
    public List<Listing> bad() {
        return open.stream()
                .filter(listing -> !harmless.contains(listing.list()))
                .toList();
    }
}
