package offlist.delist;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.pool.Target;
import offlist.store.Row;
import offlist.store.Tx;
import offlist.track.EventJson;
import org.jspecify.annotations.Nullable;

/** Tasks as they stand in the store. */
final class TaskRow {
    /** What may change. */
    private static final String COLUMNS = """
            listing, address, pools, severity, reason, state, opened_at, updated_at, expires_at, closed_at, closed_as, \
            proof, plan, covers, due_at, look_at, dossier""";

    private static final String MARKS = COLUMNS.replaceAll("[a-z_]+", "?");

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

    /** False when the listing has its task already. */
    static boolean insert(Tx tx, RemovalTask task, String subject) {
        List<@Nullable Object> values = values(task);
        values.add(task.list());
        values.add(subject);
        return tx.execute(
                        "INSERT INTO removal_task (" + COLUMNS + ", id, list, subject) VALUES (" + MARKS + ", ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        values.toArray())
                == 1;
    }

    /** Writes a task over what is known of it; its list and what it is about stay. */
    static void update(Tx tx, RemovalTask task) {
        tx.execute(
                "UPDATE removal_task SET (" + COLUMNS + ") = (" + MARKS + ") WHERE id = ?",
                values(task).toArray());
    }

    /** Of {@link #COLUMNS}, and the id. */
    private static List<@Nullable Object> values(RemovalTask task) {
        Optional<TaskState.Closed> closed =
                task.state() instanceof TaskState.Closed end ? Optional.of(end) : Optional.empty();
        return new ArrayList<>(List.of(
                task.listing(),
                task.target().text(),
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
                task.covers(),
                due(task.state()),
                task.lookAt(),
                DossierJson.encode(task).toString(),
                task.id()));
    }

    /** When time alone changes the state. */
    private static Optional<Instant> due(TaskState state) {
        return state instanceof TaskState.Pending pending ? pending.due() : Optional.empty();
    }
}
