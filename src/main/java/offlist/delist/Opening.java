package offlist.delist;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import offlist.catalogue.Catalogue;
import offlist.delist.TaskBook.Change;
import offlist.track.Listing;

/** The task of a listing: a new one, that of the other listings of its range, or that of a former time opened again. */
final class Opening {
    private final Supplier<Catalogue> catalogue;
    private final Planner planner;

    Opening(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
        this.planner = new Planner(catalogue);
    }

    /** Being on a list that is a reason to accept mail, or only a fact, is nothing to get rid of. */
    boolean wanted(Listing listing) {
        return catalogue
                .get()
                .list(listing.list())
                .filter(list -> !list.type().bad())
                .isEmpty();
    }

    /**
     * Gives a listing that belongs to no task yet its task.
     *
     * @param change who does it and why; what it is called follows from what becomes of it
     * @return whether a task was opened, or opened again
     */
    boolean open(TaskBook book, Listing listing, Change change) {
        Optional<RemovalTask> known = book.bySubject(listing);
        return known.isPresent()
                ? listedToo(book, known.get(), listing, change)
                : book.open(
                        begun(RemovalTask.open(listing, planner.plan(listing), change.at()), change.at()),
                        RemovalTask.subject(listing),
                        change.called("opened"));
    }

    /** One more target of a range, or the same target once more. What a person has given up stays so while it lasts. */
    private boolean listedToo(TaskBook book, RemovalTask known, Listing listing, Change change) {
        boolean free = book.free(known);
        book.join(known, listing);
        return switch (known.state()) {
            case TaskState.Live live -> {
                RemovalTask updated = updated(known, listing, change.at());
                if (updated.saysTheSameAs(known)) {
                    book.keep(updated);
                } else {
                    book.keep(known, updated, change.called("updated"));
                }
                yield false;
            }
            case TaskState.Closed closed
            when !closed.proof().isEmpty() || free -> {
                RemovalTask again = begun(reopened(known, closed, listing, change.at()), change.at());
                book.keep(known, again, change.called("reopened"));
                yield true;
            }
            case TaskState.Closed given -> false;
        };
    }

    private RemovalTask reopened(RemovalTask known, TaskState.Closed closed, Listing listing, Instant at) {
        RemovalPlan plan = planner.plan(listing);
        return known.answerDue()
                .filter(due -> closed.as() == TaskState.Ending.LEFT_POOL && at.isBefore(due))
                .map(due -> known.resumed(listing, plan, due, at))
                .orElseGet(() -> known.again(listing, plan, at));
    }

    /** A live task as it is when its list says this. */
    RemovalTask updated(RemovalTask task, Listing said, Instant at) {
        Listing listing = Together.of(task, said);
        return begun(task.updated(listing, planner.plan(listing), at), at);
    }

    /** What nobody can ask for waits from the start, and what may not be asked again yet is blocked from the start. */
    private static RemovalTask begun(RemovalTask task, Instant at) {
        RemovalTask settled = Moves.settle(task, at);
        return settled.state() instanceof TaskState.Preparing && task.state() instanceof TaskState.Open
                ? task
                : settled;
    }
}
