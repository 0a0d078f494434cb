package offlist.delist;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import offlist.delist.Moves.Move;
import offlist.delist.TaskBook.Change;
import offlist.ready.Finding;
import offlist.store.Database;
import offlist.store.Tx;

/** Where people, and the clock, do something about tasks. Threads may share it. */
public final class TaskDesk {
    private static final int AT_ONCE = 100;

    private final Database database;
    private final InstantSource clock;
    private final Runnable wake;

    /** @param wake tells the consumers that something was recorded */
    public TaskDesk(Database database, InstantSource clock, Runnable wake) {
        this.database = database;
        this.clock = clock;
        this.wake = wake;
    }

    /** What became of an action. */
    public sealed interface Done {
        record Now(RemovalTask task) implements Done {}

        record Refused(Obstacle obstacle) implements Done {}

        record Unknown() implements Done {}
    }

    /**
     * Somebody does something about a task.
     *
     * @param by who, as they call themselves; from outside
     */
    public Done act(String id, TaskAction action, String by) {
        Instant now = clock.instant();
        Done done = database.inTransaction(tx -> {
            TaskBook book = new TaskBook(tx);
            return book.byId(id).map(task -> act(book, task, action, by, now)).orElseGet(Done.Unknown::new);
        });
        if (done instanceof Done.Now) {
            wake.run();
        }
        return done;
    }

    /** What would become of an action; nothing is kept. */
    public Done would(String id, TaskAction action, String by) {
        Instant now = clock.instant();
        return database.query("SELECT * FROM removal_task WHERE id = ?", TaskRow::task, id).stream()
                .findFirst()
                .<Done>map(task -> switch (Moves.act(task, action, by, now)) {
                    case Move.Done moved -> new Done.Now(moved.task());
                    case Move.Not not -> new Done.Refused(not.obstacle());
                })
                .orElseGet(Done.Unknown::new);
    }

    private static Done act(TaskBook book, RemovalTask task, TaskAction action, String by, Instant now) {
        return switch (Moves.act(task, action, by, now)) {
            case Move.Done moved -> {
                book.keep(task, moved.task(), change(by, action.label(), action.words(), now));
                yield new Done.Now(moved.task());
            }
            case Move.Not not -> new Done.Refused(not.obstacle());
        };
    }

    private static Change change(String by, String action, String detail, Instant now) {
        return new Change(by, action, detail, UUID.randomUUID().toString(), now);
    }

    /** What a look has found; a task that is no longer to be looked at stays as it is. */
    public void looked(String id, List<Finding> findings) {
        Instant now = clock.instant();
        database.transact(tx -> {
            TaskBook book = new TaskBook(tx);
            book.byId(id)
                    .filter(task -> task.state() instanceof TaskState.Unasked)
                    .ifPresent(task -> {
                        RemovalTask looked =
                                Moves.settle(task.with(task.dossier().looked(findings, now), now), now);
                        if (looked.state().equals(task.state())) {
                            book.keep(looked);
                        } else {
                            book.keep(task, looked, change(Change.OURS, "looked", "", now));
                        }
                    });
        });
        wake.run();
    }

    /**
     * A line in the history of a task and no more: what was heard from a system that hears of tasks itself is not told to it
     * again. A task that is not there has none.
     *
     * @param by who it comes from; from outside, as {@code text} is
     */
    public static void remark(Tx tx, String task, String by, String text, Instant at) {
        TaskBook book = new TaskBook(tx);
        book.byId(task).ifPresent(known -> book.remember(known, new Change(by, "note", text, "", at)));
    }

    /** Tasks that somebody should look at, the longest waiting first. */
    public List<RemovalTask> toLookAt(int most) {
        return database.query(
                "SELECT * FROM removal_task WHERE look_at <= ? ORDER BY look_at, id LIMIT ?",
                TaskRow::task,
                clock.instant(),
                most);
    }

    /** Tasks whose list should have let go by now are overdue; returns how many. */
    public int overdue() {
        Instant now = clock.instant();
        List<String> due = TaskBook.due(database, now, AT_ONCE);
        // One by one: who changes several tasks at once could wait for somebody who waits for them.
        due.forEach(id -> database.transact(tx -> {
            TaskBook book = new TaskBook(tx);
            book.byId(id).ifPresent(task -> late(book, task, now));
        }));
        if (!due.isEmpty()) {
            wake.run();
        }
        return due.size();
    }

    private static void late(TaskBook book, RemovalTask task, Instant now) {
        if (task.state() instanceof TaskState.Pending pending) {
            book.keep(task, task.in(pending.overdue(), now), change(Change.OURS, "overdue", "", now));
        }
    }

    /** Whether the list was asked since the target was listed. */
    public boolean asked(String task) {
        return database.query("SELECT * FROM removal_task WHERE id = ?", TaskRow::task, task).stream()
                .anyMatch(RemovalTask::asked);
    }

    /** Who did what, the newest first. */
    public List<Step> history(String task, int most) {
        return database.query(
                "SELECT at, actor, action, state, detail FROM removal_history WHERE task = ? ORDER BY n DESC LIMIT ?",
                row -> new Step(
                        row.time("at"), row.text("actor"), row.text("action"), row.text("state"), row.text("detail")),
                task,
                most);
    }

    /**
     * One line of a task's history.
     *
     * @param state the label of the state that it led to
     * @param detail from outside, to be escaped
     */
    public record Step(Instant at, String actor, String action, String state, String detail) {}

    /** The task that a listing belongs to. */
    public Optional<String> taskOf(String listing) {
        return database
                .query("SELECT task FROM removal_member WHERE listing = ?", row -> row.text("task"), listing)
                .stream()
                .findFirst();
    }
}
