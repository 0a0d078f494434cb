package offlist.delist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import offlist.catalogue.ListId;
import offlist.store.Database;
import org.jspecify.annotations.Nullable;

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
        StringBuilder where = new StringBuilder(" WHERE TRUE");
        List<@Nullable Object> parameters = new ArrayList<>();
        filter.state().ifPresent(state -> {
            if (state.equals(TaskFilter.LIVE)) {
                where.append(" AND state IN ").append(LIVE);
            } else {
                and(where, parameters, "state = ?", state);
            }
        });
        filter.list().ifPresent(list -> and(where, parameters, "list = ?", list));
        filter.target()
                .ifPresent(target -> and(
                        where, parameters, "id IN (SELECT task FROM removal_member WHERE address = ?)", target.text()));
        filter.pool()
                .ifPresent(pool -> and(where, parameters, "',' || pools || ',' LIKE ? ESCAPE '!'", part(pool.value())));
        cursor.ifPresent(id ->
                and(where, parameters, "(opened_at, id) < (SELECT opened_at, id FROM removal_task WHERE id = ?)", id));
        parameters.add(limit);
        return database.query(
                "SELECT * FROM removal_task" + where + " ORDER BY opened_at DESC, id DESC LIMIT ?",
                TaskRow::task,
                parameters.toArray());
    }

    private static void and(StringBuilder where, List<@Nullable Object> parameters, String condition, Object value) {
        where.append(" AND ").append(condition);
        parameters.add(value);
    }

    /** An underscore in a pool's name stands for itself. */
    static String part(String pool) {
        return "%," + pool.replace("_", "!_") + ",%";
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
