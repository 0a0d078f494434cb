package offlist.delist;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import offlist.catalogue.ListId;
import offlist.store.Database;

/** Where pages, API and metrics find tasks. Threads may share it. */
public final class Tasks {
    private static final String PREFIX = RemovalTask.idFor("");

    /** Each by its name, so that an index finds the few that are not closed. */
    private static final String LIVE = WorkFilter.LIVE.stream().collect(Collectors.joining("', '", "('", "')"));

    private final Database database;

    public Tasks(Database database) {
        this.database = database;
    }

    /** By its own id, or by the one that it would have if a later listing of it had begun it: links are made before that is known. */
    public Optional<RemovalTask> byId(String id) {
        return one("SELECT * FROM removal_task WHERE id = ?", id)
                .or(() -> id.startsWith(PREFIX) ? byListing(id.substring(PREFIX.length())) : Optional.empty());
    }

    public Optional<RemovalTask> byListing(String listing) {
        return one(
                "SELECT t.* FROM removal_member m JOIN removal_task t ON t.id = m.task WHERE m.listing = ?", listing);
    }

    private Optional<RemovalTask> one(String sql, String value) {
        return database.query(sql, TaskRow::task, value).stream().findFirst();
    }

    /** Tasks that match, newest first; a page of {@code limit}, going on after the task id {@code cursor}. */
    public List<RemovalTask> find(TaskFilter filter, Optional<String> cursor, int limit) {
        Where where = new Where(filter.list(), filter.pool(), filter.target());
        filter.state().ifPresent(state -> {
            if (state.equals(TaskFilter.LIVE)) {
                where.and("state IN " + LIVE);
            } else {
                where.and("state = ?", state);
            }
        });
        cursor.ifPresent(
                id -> where.and("(opened_at, id) < (SELECT opened_at, id FROM removal_task WHERE id = ?)", id));
        return database.query(
                "SELECT * FROM removal_task" + where + " ORDER BY opened_at DESC, id DESC LIMIT ?",
                TaskRow::task,
                where.with(limit));
    }

    /** The same tasks in the order in which somebody should turn to them. */
    public WorkList work() {
        return new WorkList(database);
    }

    /** Counts for the metric {@code offlist_removal_tasks}; lists without any task are absent. */
    public List<TaskCount> counts() {
        return database.query(
                "SELECT list, state, count(*) AS n FROM removal_task GROUP BY list, state ORDER BY list, state",
                row -> new TaskCount(new ListId(row.text("list")), row.text("state"), row.number("n")));
    }
}
