package offlist.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.pool.Pool;
import offlist.pool.Target;
import offlist.track.Event;
import offlist.track.Listing;
import offlist.track.Transition;

/** What happened. Threads may share it. */
public interface Journal {
    /**
     * Commits events and their outbox entries in one transaction. An event whose id is known is a repeat and changes
     * nothing.
     *
     * @throws offlist.store.StoreException when nothing could be committed
     */
    void commit(List<? extends Event> events);

    List<Listing> openListings();

    /** The pool that the journal knows, for the difference after a restart. */
    Pool members();

    /** The health of lists and resolvers as it was last told. */
    List<KnownHealth> health();

    Optional<Listing> listing(String id);

    /** Listings that match, newest first; a page of {@code limit}, going on after the listing id {@code cursor}. */
    List<Listing> listings(ListingFilter filter, Optional<String> cursor, int limit);

    /** Transitions at or after {@code since}, oldest first, going on after the transition id {@code cursor}. */
    List<Transition> transitions(Instant since, Optional<String> cursor, int limit);

    /** The last transitions, newest first. */
    List<Transition> latest(int limit);

    /** The closings since then that a list confirmed, oldest first. */
    List<Transition> delistings(Instant since);

    List<Transition> history(Target target, int limit);
}
