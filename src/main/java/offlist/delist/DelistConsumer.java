package offlist.delist;

import java.util.Optional;
import java.util.function.Supplier;
import offlist.catalogue.Catalogue;
import offlist.delist.TaskBook.Change;
import offlist.store.Consumer;
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
                take(new TaskBook(tx), transition);
            }
        });
    }

    private void take(TaskBook book, Transition transition) {
        Optional<RemovalTask> known = book.byListing(transition.listing().id());
        if (transition instanceof Transition.Closed closed) {
            known.ifPresent(task -> close(book, task, closed));
        } else if (known.isEmpty()) {
            open(book, transition);
        } else if (transition instanceof Transition.Changed) {
            update(book, known.get(), transition);
        }
    }

    private void open(TaskBook book, Transition transition) {
        Listing listing = transition.listing();
        if (!wanted(listing)) {
            return;
        }
        Optional<RemovalTask> before = book.bySubject(listing);
        RemovalTask task = before.map(known -> joined(known, transition))
                .orElseGet(() -> RemovalTask.open(listing, planner.plan(listing), transition.at()));
        RemovalTask begun = begun(task, transition);
        if (before.filter(known -> known.state() instanceof TaskState.Live).isPresent()) {
            book.keep(begun, RemovalTask.subject(listing));
        } else {
            String what = before.isPresent() ? "reopened" : "opened";
            book.keep(begun, RemovalTask.subject(listing), change(what, transition));
        }
        book.join(begun, listing);
    }

    private RemovalTask joined(RemovalTask known, Transition transition) {
        Listing listing = transition.listing();
        return known.state() instanceof TaskState.Closed
                ? known.again(listing, planner.plan(listing), transition.at())
                : known.updated(listing, planner.plan(listing), transition.at());
    }

    /** What nobody can ask for waits from the start, and what may not be asked again yet is blocked from the start. */
    private static RemovalTask begun(RemovalTask task, Transition transition) {
        RemovalTask settled = Moves.settle(task, transition.at());
        return settled.state() instanceof TaskState.Preparing && task.state() instanceof TaskState.Open
                ? task
                : settled;
    }

    private void update(TaskBook book, RemovalTask task, Transition transition) {
        Listing listing = transition.listing();
        if (task.state() instanceof TaskState.Live) {
            RemovalTask updated = task.updated(listing, planner.plan(listing), transition.at());
            book.keep(begun(updated, transition), book.subject(task), change("updated", transition));
        }
    }

    private static void close(TaskBook book, RemovalTask task, Transition.Closed closed) {
        boolean last = book.leave(task, closed.listing());
        if (last && task.state() instanceof TaskState.Live live) {
            TaskState.Closed end = live.close(
                    closed.listing().closedBecause().orElseThrow(), task.goneByItself(), closed.at(), closed.id());
            book.keep(task.in(end, closed.at()), book.subject(task), change("closed", closed));
        } else if (last
                && task.state() instanceof TaskState.Closed end
                && end.proof().isEmpty()) {
            over(book, task.in(end.over(closed.id()), closed.at()), closed);
        }
    }

    /** What a person gave up is over: nobody is told, but it cannot be taken up again. */
    private static void over(TaskBook book, RemovalTask task, Transition.Closed closed) {
        book.keep(task, book.subject(task));
        book.remember(task, change("closed", closed));
    }

    private static Change change(String what, Transition cause) {
        return new Change(Change.OURS, what, "", cause.id(), cause.at());
    }

    /** Being on a list that is a reason to accept mail, or only a fact, is nothing to get rid of. */
    private boolean wanted(Listing listing) {
        return catalogue
                .get()
                .list(listing.list())
                .filter(list -> !list.type().bad())
                .isEmpty();
    }
}
