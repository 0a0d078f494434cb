package offlist.delist;

import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.pool.Target;
import offlist.store.Tx;
import offlist.track.Listing;

/** Knows what is listed now. */
public interface ListedNow {
    /** The open listing of a target on a list; it is not closed before the transaction has ended. */
    Optional<Listing> hold(Tx tx, Target target, ListId list);
}
