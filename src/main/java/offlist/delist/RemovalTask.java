package offlist.delist;

import java.time.Instant;
import java.util.SortedSet;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.track.Listing;

/**
 * The work of coming off a list: one task for each listing.
 *
 * @param id follows from the listing's id, so it is known before the task is
 * @param pools as they were when the task was last touched
 */
public record RemovalTask(
        String id,
        String listing,
        Target target,
        ListId list,
        SortedSet<PoolName> pools,
        Severity severity,
        String reason,
        TaskState state,
        Instant openedAt,
        Instant updatedAt,
        RemovalPlan plan) {

    /** The id of the task that belongs to a listing. */
    public static String idFor(String listing) {
        return "task-" + listing;
    }

    static RemovalTask open(Listing listing, RemovalPlan plan, Instant now) {
        return of(listing, plan, new TaskState.Open(), listing.openedAt(), now);
    }

    private static RemovalTask of(Listing listing, RemovalPlan plan, TaskState state, Instant openedAt, Instant now) {
        return new RemovalTask(
                idFor(listing.id()),
                listing.id(),
                listing.target(),
                listing.list(),
                listing.pools(),
                listing.severity(),
                listing.reason(),
                state,
                openedAt,
                now,
                plan);
    }

    RemovalTask updated(Listing listing, RemovalPlan newPlan, Instant now) {
        return of(listing, newPlan, state, openedAt, now);
    }

    RemovalTask closed(TaskState.Closed closed) {
        return new RemovalTask(id, listing, target, list, pools, severity, reason, closed, openedAt, closed.at(), plan);
    }
}
