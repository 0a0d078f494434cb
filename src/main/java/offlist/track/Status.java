package offlist.track;

import java.time.Instant;
import java.util.List;
import offlist.pool.Pool;

/** Everything the daemon holds at one moment. Immutable, shared by threads. */
public record Status(
        Instant at,
        Pool pool,
        List<Listing> open,
        List<ListStatus> lists,
        List<ResolverStatus> resolvers,
        List<PairScore> scores) {
    /** Copies the lists. */
    public Status {
        open = List.copyOf(open);
        lists = List.copyOf(lists);
        resolvers = List.copyOf(resolvers);
        scores = List.copyOf(scores);
    }

    /** Where no list gives numbers. */
    public Status(Instant at, Pool pool, List<Listing> open, List<ListStatus> lists, List<ResolverStatus> resolvers) {
        this(at, pool, open, lists, resolvers, List.of());
    }
}
