package offlist.delist;

import java.util.Optional;
import java.util.function.Supplier;
import offlist.catalogue.Catalogue;
import offlist.store.Consumer;
import offlist.store.Outbox;
import offlist.store.OutboxEntry;
import offlist.store.Tx;
import offlist.track.EventJson;
import offlist.track.Listing;
import offlist.track.PoolMembershipChanged;
import offlist.track.Transition;

/** Opens, updates and closes removal tasks, and tells of it in the same transaction. */
public final class DelistConsumer implements Consumer {
    private final Supplier<Catalogue> catalogue;
    private final Planner planner;

    /** @param catalogue with the user's own lists in it, asked each time, so that a reload counts at once */
    public DelistConsumer(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
        this.planner = new Planner(catalogue);
    }

    @Override
    public String name() {
        return "delist";
    }

    @Override
    public void take(Tx tx, OutboxEntry entry) {
        if (PoolMembershipChanged.isTypeOf(entry.type())) {
            return;
        }
        EventJson.decode(entry).ifPresent(event -> {
            if (event instanceof Transition transition) {
                take(tx, transition);
            }
        });
    }

    private void take(Tx tx, Transition transition) {
        Optional<RemovalTask> known = TaskRow.byListing(tx, transition.listing().id());
        switch (transition) {
            case Transition.Opened opened -> openOrUpdate(tx, known, transition);
            case Transition.Changed changed -> openOrUpdate(tx, known, transition);
            case Transition.Closed closed -> known.ifPresent(task -> close(tx, task, closed));
        }
    }

    private void openOrUpdate(Tx tx, Optional<RemovalTask> known, Transition transition) {
        Listing listing = transition.listing();
        if (known.isEmpty() && wanted(listing)) {
            keep(tx, RemovalTask.open(listing, planner.plan(listing), transition.at()), "opened", transition);
            return;
        }
        known.filter(task -> task.state() instanceof TaskState.Open && transition instanceof Transition.Changed)
                .ifPresent(task ->
                        keep(tx, task.updated(listing, planner.plan(listing), transition.at()), "updated", transition));
    }

    private static void close(Tx tx, RemovalTask task, Transition.Closed closed) {
        if (task.state() instanceof TaskState.Open open) {
            TaskState.Closed end = open.close(closed.listing().closedBecause().orElseThrow(), closed.at(), closed.id());
            keep(tx, task.closed(end), "closed", closed);
        }
    }

    /** Being on a list that is a reason to accept mail, or only a fact, is nothing to get rid of. */
    private boolean wanted(Listing listing) {
        return catalogue
                .get()
                .list(listing.list())
                .filter(list -> !list.type().bad())
                .isEmpty();
    }

    private static void keep(Tx tx, RemovalTask task, String what, Transition cause) {
        TaskRow.keep(tx, task);
        Outbox.append(
                tx,
                "removal-" + cause.id(),
                "offlist.removal." + what,
                cause.subject(),
                cause.at(),
                TaskJson.encode(task).toString());
    }
}
