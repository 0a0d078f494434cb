package offlist.delist;

import java.util.Optional;
import java.util.function.Supplier;
import offlist.catalogue.Catalogue;
import offlist.delist.TaskBook.Change;
import offlist.store.Consumer;
import offlist.store.OutboxEntry;
import offlist.store.Tx;
import offlist.track.CloseReason;
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
        if (wanted(listing)) {
            book.bySubject(listing)
                    .ifPresentOrElse(
                            known -> listedToo(book, known, transition),
                            () -> book.open(
                                    begun(fresh(transition), transition),
                                    RemovalTask.subject(listing),
                                    change("opened", transition)));
        }
    }

    private RemovalTask fresh(Transition transition) {
        Listing listing = transition.listing();
        return RemovalTask.open(listing, planner.plan(listing), transition.at());
    }

    /** One more target of a range, or the same target once more. What a person has given up stays so while it lasts. */
    private void listedToo(TaskBook book, RemovalTask known, Transition transition) {
        if (known.state() instanceof TaskState.Live) {
            update(book, known, transition);
        } else if (known.state() instanceof TaskState.Closed closed
                && (!closed.proof().isEmpty() || book.free(known))) {
            RemovalTask again = begun(reopened(known, closed, transition), transition);
            book.keep(known, again, change("reopened", transition));
        }
        book.join(known, transition.listing());
    }

    private RemovalTask reopened(RemovalTask known, TaskState.Closed closed, Transition transition) {
        Listing listing = transition.listing();
        RemovalPlan plan = planner.plan(listing);
        return known.answerDue()
                .filter(due -> closed.as() == TaskState.Ending.LEFT_POOL
                        && transition.at().isBefore(due))
                .map(due -> known.resumed(listing, plan, due, transition.at()))
                .orElseGet(() -> known.again(listing, plan, transition.at()));
    }

    private void update(TaskBook book, RemovalTask task, Transition transition) {
        if (task.state() instanceof TaskState.Live) {
            Listing listing = Together.of(task, transition.listing());
            RemovalTask updated = begun(task.updated(listing, planner.plan(listing), transition.at()), transition);
            if (transition instanceof Transition.Changed || !updated.saysTheSameAs(task)) {
                book.keep(task, updated, change("updated", transition));
            } else {
                book.keep(updated);
            }
        }
    }

    /** What nobody can ask for waits from the start, and what may not be asked again yet is blocked from the start. */
    private static RemovalTask begun(RemovalTask task, Transition transition) {
        RemovalTask settled = Moves.settle(task, transition.at());
        return settled.state() instanceof TaskState.Preparing && task.state() instanceof TaskState.Open
                ? task
                : settled;
    }

    private void close(TaskBook book, RemovalTask task, Transition.Closed closed) {
        if (!book.leave(task, closed.listing())) {
            goOn(book, task, closed);
            return;
        }
        CloseReason because = closed.listing().closedBecause().orElseThrow();
        switch (task.state()) {
            case TaskState.Live live ->
                end(book, task, live.close(because, task.goneByItself(), closed.at(), closed.id()), closed);
            case TaskState.Closed given
            when given.proof().isEmpty() -> over(book, task.in(given.over(closed.id()), closed.at()), closed);
            case TaskState.Closed over -> {
                // It is proven already.
            }
        }
    }

    /** A range of which one target has gone is about another one from now on. */
    private void goOn(TaskBook book, RemovalTask task, Transition.Closed closed) {
        if (task.listing().equals(closed.listing().id()) && task.state() instanceof TaskState.Live) {
            book.left(task).ifPresent(left -> {
                Listing listing = Together.of(left, closed.listing());
                RemovalTask updated = begun(left.updated(listing, planner.plan(listing), closed.at()), closed);
                book.keep(task, updated, change("updated", closed));
            });
        }
    }

    private static void end(TaskBook book, RemovalTask task, TaskState.Closed end, Transition.Closed closed) {
        book.keep(task, task.in(end, closed.at()), change("closed", closed));
    }

    /** What a person gave up is over: nobody is told, but it cannot be taken up again. */
    private static void over(TaskBook book, RemovalTask task, Transition.Closed closed) {
        book.keep(task);
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
