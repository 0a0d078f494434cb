package offlist.delist;

import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.pool.Target;
import offlist.store.Row;
import offlist.store.Tx;
import offlist.track.EventJson;

/** Tasks as they stand in the store. */
final class TaskRow {
    private TaskRow() {}

    static RemovalTask task(Row row) {
        return new RemovalTask(
                row.text("id"),
                row.text("listing"),
                Target.parse(row.text("address")),
                new ListId(row.text("list")),
                EventJson.poolsOf(row.text("pools")),
                EventJson.word(Severity.values(), Severity::label, row.text("severity")),
                row.text("reason"),
                state(row),
                row.time("opened_at"),
                row.time("updated_at"),
                TaskJson.plan(row.text("plan")));
    }

    private static TaskState state(Row row) {
        return row.optionalText("closed_as")
                .<TaskState>map(as -> new TaskState.Closed(
                        EventJson.word(TaskState.Ending.values(), TaskState.Ending::label, as),
                        row.time("closed_at"),
                        row.text("proof")))
                .orElseGet(TaskState.Open::new);
    }

    static Optional<RemovalTask> byListing(Tx tx, String listing) {
        return tx.first("SELECT * FROM removal_task WHERE listing = ?", TaskRow::task, listing);
    }

    /** Writes a task over what is known of it. */
    static void keep(Tx tx, RemovalTask task) {
        Optional<TaskState.Closed> closed =
                task.state() instanceof TaskState.Closed end ? Optional.of(end) : Optional.empty();
        tx.execute(
                """
                INSERT INTO removal_task (id, listing, address, list, pools, severity, reason, state, opened_at,
                    updated_at, expires_at, closed_at, closed_as, proof, plan)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (listing) DO UPDATE SET pools = excluded.pools, severity = excluded.severity,
                    reason = excluded.reason, state = excluded.state, updated_at = excluded.updated_at,
                    expires_at = excluded.expires_at, closed_at = excluded.closed_at,
                    closed_as = excluded.closed_as, proof = excluded.proof, plan = excluded.plan""",
                task.id(),
                task.listing(),
                task.target().text(),
                task.list(),
                EventJson.poolsText(task.pools()),
                task.severity().label(),
                task.reason(),
                task.state().label(),
                task.openedAt(),
                task.updatedAt(),
                task.plan().expires(),
                closed.map(TaskState.Closed::at),
                closed.map(end -> end.as().label()),
                closed.map(TaskState.Closed::proof),
                TaskJson.plan(task.plan()).toString());
    }
}
