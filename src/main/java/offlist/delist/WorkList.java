package offlist.delist;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import offlist.store.Database;

/** Tasks in the order in which somebody should turn to them. Threads may share it. */
public final class WorkList {
    private static final String STATE = rank("state", WorkFilter.LIVE);
    private static final String SEVERITY = rank("severity", List.of("critical", "major", "minor"));
    private static final String ORDER = STATE + ", " + SEVERITY + ", COALESCE(due_at, opened_at), id";

    /** Of a blocked task: something that does not go by itself stands in the way. Words of people have their quotes escaped. */
    private static final String STUCK = "dossier LIKE '%\"until\":null}%'";

    private final Database database;

    public WorkList(Database database) {
        this.database = database;
    }

    private static String rank(String column, List<String> words) {
        StringBuilder text = new StringBuilder("CASE ").append(column);
        for (int i = 0; i < words.size(); i++) {
            text.append(" WHEN '").append(words.get(i)).append("' THEN ").append(i);
        }
        return text.append(" ELSE ").append(words.size()).append(" END").toString();
    }

    /** What is late first, then what can be done, what cannot, what others do, and what is done; the gravest and oldest of each first. */
    public List<RemovalTask> find(WorkFilter filter, int from, int limit) {
        Where where = where(filter);
        states(where, filter);
        // Rows are long: they are sorted by what is needed for it, and read when it is known which.
        List<String> ids = database.query(
                "SELECT id FROM removal_task" + where + " ORDER BY " + ORDER + " LIMIT ? OFFSET ?",
                row -> row.text("id"),
                where.with(limit, from));
        return byId(ids);
    }

    private List<RemovalTask> byId(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, RemovalTask> found = database
                .query(
                        "SELECT * FROM removal_task WHERE id IN (" + Where.marks(ids.size()) + ")",
                        TaskRow::task,
                        ids.toArray())
                .stream()
                .collect(Collectors.toMap(RemovalTask::id, task -> task));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** How many match, whatever states the filter names. */
    public WorkTally tally(WorkFilter filter) {
        Where where = where(filter);
        Map<String, Long> states = database
                .query(
                        "SELECT state, count(*) AS n FROM removal_task" + where + " GROUP BY state",
                        row -> Map.entry(row.text("state"), row.number("n")),
                        where.with())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        where.and("state = 'blocked' AND NOT (" + STUCK + ")");
        long paused = database.query(
                        "SELECT count(*) AS n FROM removal_task" + where, row -> row.number("n"), where.with())
                .getFirst();
        return new WorkTally(states, paused);
    }

    private static Where where(WorkFilter filter) {
        Where where = new Where(filter.list(), filter.pool(), filter.target());
        filter.severity().ifPresent(severity -> where.and("severity = ?", severity.label()));
        return where;
    }

    private static void states(Where where, WorkFilter filter) {
        if (!filter.states().isEmpty()) {
            where.in("state", List.copyOf(filter.states()));
        }
        if (!filter.paused()) {
            where.and("(state <> 'blocked' OR " + STUCK + ")");
        }
    }
}
