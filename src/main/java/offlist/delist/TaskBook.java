package offlist.delist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.pool.Target;
import offlist.store.Database;
import offlist.store.Outbox;
import offlist.store.Tx;
import offlist.track.EventJson;
import offlist.track.Listing;
import offlist.track.Trouble;

/** What consumer, people and clock write about tasks, each change in one transaction with its history and its event. */
final class TaskBook {
    /** More of a task's history is not kept. */
    private static final int LONGEST = 500;

    private final Tx tx;

    TaskBook(Tx tx) {
        this.tx = tx;
    }

    /**
     * Who did what.
     *
     * @param action such as {@code opened}, or the label of a {@link TaskAction}
     * @param cause makes the id of the event; the same cause tells it once
     */
    record Change(String actor, String action, String detail, String cause, Instant at) {
        static final String OURS = "offlist";

        Change called(String what) {
            return new Change(actor, what, detail, cause, at);
        }
    }

    /** The task, its row locked for whoever else wants to change it. */
    Optional<RemovalTask> byId(String id) {
        tx.execute("UPDATE removal_task SET id = id WHERE id = ?", id);
        return tx.first("SELECT * FROM removal_task WHERE id = ?", TaskRow::task, id);
    }

    Optional<RemovalTask> byListing(String listing) {
        return tx.first("SELECT task FROM removal_member WHERE listing = ?", row -> row.text("task"), listing)
                .flatMap(this::byId);
    }

    /** The newest task of a target, or of a range, on the list. */
    Optional<RemovalTask> bySubject(Listing listing) {
        return tx.first(
                        "SELECT id FROM removal_task WHERE list = ? AND subject = ? ORDER BY opened_at DESC, id DESC LIMIT 1",
                        row -> row.text("id"),
                        listing.list(),
                        RemovalTask.subject(listing))
                .flatMap(this::byId);
    }

    /** One more listing that the task is about. */
    void join(RemovalTask task, Listing listing) {
        join(task, listing.id(), listing.target());
    }

    private void join(RemovalTask task, String listing, Target target) {
        tx.execute(
                "INSERT INTO removal_member (listing, task, address, open) VALUES (?, ?, ?, TRUE)"
                        + " ON CONFLICT (listing) DO NOTHING",
                listing,
                task.id(),
                target.text());
    }

    /** A listing is over; false while others of the task are not. */
    boolean leave(RemovalTask task, Listing listing) {
        tx.execute("UPDATE removal_member SET open = FALSE WHERE listing = ?", listing.id());
        return free(task);
    }

    /** Whether all listings of the task are over. */
    boolean free(RemovalTask task) {
        return left(task).isEmpty();
    }

    /** The task, told of one of its targets that are still listed. */
    Optional<RemovalTask> left(RemovalTask task) {
        return tx.first(
                "SELECT listing, address FROM removal_member WHERE task = ? AND open ORDER BY listing DESC LIMIT 1",
                row -> task.about(row.text("listing"), Target.parse(row.text("address"))),
                task.id());
    }

    /**
     * Keeps a new task; false when somebody else has just opened one for its listing, which stays as it is.
     *
     * @param subject the key that {@link #bySubject} finds the task by
     */
    boolean open(RemovalTask task, String subject, Change change) {
        if (!TaskRow.insert(tx, task, subject)) {
            return false;
        }
        join(task, task.listing(), task.target());
        episode(task);
        tell(task, false, change);
        return true;
    }

    /** Keeps a task without a word to anybody: nothing that matters to others has changed. */
    void keep(RemovalTask task) {
        TaskRow.update(tx, task);
        episode(task);
    }

    /** @param before the task as {@link #byId} found it in the same transaction */
    void keep(RemovalTask before, RemovalTask task, Change change) {
        keep(task);
        tell(task, late(before), change);
    }

    private void tell(RemovalTask task, boolean wasLate, Change change) {
        remember(task, change);
        Outbox.append(
                tx,
                "removal-" + change.cause(),
                "offlist.removal." + told(task, change),
                task.target().text() + "/" + task.list(),
                change.at(),
                TaskJson.encode(task).toString());
        if (late(task) != wasLate) {
            tell(Lateness.of(task, !wasLate, "late-" + change.cause(), change.at()));
        }
    }

    private static boolean late(RemovalTask task) {
        return task.state() instanceof TaskState.Overdue;
    }

    private static String told(RemovalTask task, Change change) {
        return switch (change.action()) {
            case "opened", "reopened" -> "opened";
            default -> task.state() instanceof TaskState.Closed ? "closed" : "updated";
        };
    }

    private void tell(Trouble trouble) {
        Outbox.append(tx, trouble.id(), trouble.type(), trouble.subject(), trouble.at(), EventJson.encode(trouble));
    }

    /** Writes a line of the history, and tells nobody. */
    void remember(RemovalTask task, Change change) {
        long next = tx.first(
                        "SELECT COALESCE(max(n), 0) + 1 AS n FROM removal_history WHERE task = ?",
                        row -> row.number("n"),
                        task.id())
                .orElse(1L);
        tx.execute(
                "INSERT INTO removal_history (task, n, at, actor, action, state, detail) VALUES (?, ?, ?, ?, ?, ?, ?)",
                task.id(),
                next,
                change.at(),
                change.actor(),
                change.action(),
                task.state().label(),
                change.detail());
        tx.execute("DELETE FROM removal_history WHERE task = ? AND n <= ?", task.id(), next - LONGEST);
    }

    private void episode(RemovalTask task) {
        Optional<TaskState.Closed> closed =
                task.state() instanceof TaskState.Closed end ? Optional.of(end) : Optional.empty();
        Optional<Instant> requested = task.dossier().requests().stream()
                .map(Request::at)
                .filter(at -> !at.isBefore(task.openedAt()))
                .findFirst();
        tx.execute(
                """
                INSERT INTO removal_episode (task, n, list, pools, opened_at, requested_at, closed_at, closed_as)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (task, n) DO UPDATE SET pools = excluded.pools, opened_at = excluded.opened_at,
                    requested_at = excluded.requested_at, closed_at = excluded.closed_at, closed_as = excluded.closed_as""",
                task.id(),
                task.dossier().times(),
                task.list(),
                EventJson.poolsText(task.pools()),
                task.openedAt(),
                requested,
                closed.map(TaskState.Closed::at),
                closed.map(end -> end.as().label()));
    }

    /** Tasks whose time has come, the longest due first. */
    static List<String> due(Database database, Instant now, int most) {
        return database.query(
                "SELECT id FROM removal_task WHERE due_at <= ? ORDER BY due_at, id LIMIT ?",
                row -> row.text("id"),
                now,
                most);
    }
}
