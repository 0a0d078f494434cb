package offlist.delist;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import offlist.catalogue.Catalogue;
import offlist.catalogue.ListId;
import offlist.delist.Moves.Move;
import offlist.delist.TaskBook.Change;
import offlist.pool.Target;
import offlist.store.Database;
import offlist.track.Listing;

/**
 * Opens the task of a listing by hand, or takes it up again. Threads may share it, and it may meet the consumer that opens
 * tasks: whoever comes first opens it, and it is opened once.
 */
public final class TaskOpener {
    private final Database database;
    private final ListedNow listings;
    private final Opening opening;
    private final InstantSource clock;
    private final Runnable wake;

    /** @param wake called when others have something to hear */
    public TaskOpener(
            Database database, ListedNow listings, Supplier<Catalogue> catalogue, InstantSource clock, Runnable wake) {
        this.database = database;
        this.listings = listings;
        this.opening = new Opening(catalogue);
        this.clock = clock;
        this.wake = wake;
    }

    /** What became of it. */
    public sealed interface Opened {
        /** There was a live one. */
        record Already(RemovalTask task) implements Opened {}

        record Now(RemovalTask task) implements Opened {}

        record Refused(Obstacle obstacle) implements Opened {}

        /** The list does not list the target. */
        record NotListed() implements Opened {}
    }

    /**
     * Opens the task of the open listing.
     *
     * @param by who, as they call themselves; from outside, as {@code note} is
     */
    public Opened open(Target target, ListId list, String by, String note) {
        Change change = new Change(by, "opened", note, UUID.randomUUID().toString(), clock.instant());
        Opened opened = database.inTransaction(tx -> listings.hold(tx, target, list)
                .map(listing -> open(new TaskBook(tx), listing, change))
                .orElseGet(Opened.NotListed::new));
        if (opened instanceof Opened.Now) {
            wake.run();
        }
        return opened;
    }

    private Opened open(TaskBook book, Listing listing, Change change) {
        Optional<RemovalTask> known = book.byListing(listing.id());
        if (known.isPresent()) {
            return standing(book, known.get(), change);
        }
        if (!opening.wanted(listing)) {
            return new Opened.Refused(Obstacle.of(
                    listing.list() + " says nothing bad of who is on it, so there is nothing to get rid of"));
        }
        boolean opened = opening.open(book, listing, change);
        RemovalTask task = book.byListing(listing.id()).orElseThrow();
        return opened ? new Opened.Now(task) : standing(book, task, change);
    }

    /** What a person gave up is taken up again like any other task. */
    private static Opened standing(TaskBook book, RemovalTask task, Change change) {
        if (task.state() instanceof TaskState.Live) {
            return new Opened.Already(task);
        }
        TaskAction reopen = new TaskAction.Reopen(change.detail());
        return switch (Moves.act(task, reopen, change.actor(), change.at())) {
            case Move.Done moved -> {
                book.keep(task, moved.task(), change.called(reopen.label()));
                yield new Opened.Now(moved.task());
            }
            case Move.Not not -> new Opened.Refused(not.obstacle());
        };
    }
}
