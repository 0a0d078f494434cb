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
import offlist.track.PoolMembershipChanged;
import offlist.track.Transition;
import offlist.track.Trouble;

/** Opens, updates and closes removal tasks, and tells of it in the same transaction. */
public final class DelistConsumer implements Consumer {
    private final Opening opening;

    /** @param catalogue with the user's own lists in it, asked each time, so that a reload counts at once */
    public DelistConsumer(Supplier<Catalogue> catalogue) {
        this.opening = new Opening(catalogue);
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
            } else if (event instanceof Trouble trouble && trouble.kind() == Trouble.Kind.REFUSAL) {
                take(new TaskBook(tx), PrivateListing.of(trouble));
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
        if (opening.wanted(transition.listing())) {
            opening.open(book, transition.listing(), change("opened", transition));
        }
    }

    private void update(TaskBook book, RemovalTask task, Transition transition) {
        if (task.state() instanceof TaskState.Live) {
            book.keep(
                    task, opening.updated(task, transition.listing(), transition.at()), change("updated", transition));
        }
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
            book.left(task)
                    .ifPresent(left -> book.keep(
                            task, opening.updated(left, closed.listing(), closed.at()), change("updated", closed)));
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
}
