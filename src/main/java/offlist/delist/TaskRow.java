package offlist.delist;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
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
        JsonNode known = TaskJson.tree(row.optionalText("dossier").orElse("{}"));
        return new RemovalTask(
                row.text("id"),
                row.text("listing"),
                Target.parse(row.text("address")),
                row.optionalText("covers"),
                new ListId(row.text("list")),
                EventJson.poolsOf(row.text("pools")),
                EventJson.word(Severity.values(), Severity::label, row.text("severity")),
                row.text("reason"),
                state(row, known),
                row.time("opened_at"),
                row.time("updated_at"),
                TaskJson.plan(row.text("plan")),
                DossierJson.dossier(known));
    }

    private static TaskState state(Row row, JsonNode known) {
        return row.optionalText("closed_as")
                .<TaskState>map(as -> new TaskState.Closed(
                        EventJson.word(TaskState.Ending.values(), TaskState.Ending::label, as),
                        row.time("closed_at"),
                        row.text("proof")))
                .orElseGet(() -> DossierJson.state(row.text("state"), known));
    }

    /** Writes a task over what is known of it. */
    static void keep(Tx tx, RemovalTask task, String subject) {
        Optional<TaskState.Closed> closed =
                task.state() instanceof TaskState.Closed end ? Optional.of(end) : Optional.empty();
        tx.execute(
                """
                INSERT INTO removal_task (id, listing, address, list, pools, severity, reason, state, opened_at,
                    updated_at, expires_at, closed_at, closed_as, proof, plan, subject, covers, due_at, look_at, dossier)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET listing = excluded.listing, address = excluded.address,
                    pools = excluded.pools, severity = excluded.severity, reason = excluded.reason,
                    state = excluded.state, opened_at = excluded.opened_at, updated_at = excluded.updated_at,
                    expires_at = excluded.expires_at, closed_at = excluded.closed_at, closed_as = excluded.closed_as,
                    proof = excluded.proof, plan = excluded.plan, covers = excluded.covers, due_at = excluded.due_at,
                    look_at = excluded.look_at, dossier = excluded.dossier""",
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
                TaskJson.plan(task.plan()).toString(),
                subject,
                task.covers(),
                due(task.state()),
                task.lookAt(),
                DossierJson.encode(task).toString());
    }

    /** When time alone changes the state. */
    private static Optional<Instant> due(TaskState state) {
        return state instanceof TaskState.Pending pending ? pending.due() : Optional.empty();
    }
}
