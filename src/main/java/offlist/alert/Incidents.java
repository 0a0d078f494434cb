package offlist.alert;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import offlist.alert.Audit.Entry;
import offlist.alert.Incident.Acknowledgement;
import offlist.store.Database;
import offlist.store.OutboxEntry;
import offlist.store.Row;
import offlist.store.Tx;

/** What is wrong now; acknowledging stands in the audit trail. Threads may share it. */
public final class Incidents {
    private static final String COLUMNS =
            "i.id, i.labels, i.headline, i.resolvers, i.opened_at, i.acked_at, i.acked_by, i.acked_comment";
    private static final int LONGEST = 500;

    private final Database database;

    public Incidents(Database database) {
        this.database = database;
    }

    /** The newest first. */
    public List<Incident> open(int most) {
        return database.query(
                "SELECT " + COLUMNS + " FROM incident i ORDER BY i.opened_at DESC, i.id LIMIT ?",
                Incidents::incident,
                most);
    }

    public Optional<Incident> of(String id) {
        return database.query("SELECT " + COLUMNS + " FROM incident i WHERE i.id = ?", Incidents::incident, id).stream()
                .findFirst();
    }

    /** False when it is over or was never there. */
    public boolean acknowledge(String id, String who, String comment, Instant now) {
        return change(
                id,
                "UPDATE incident SET acked_at = ?, acked_by = ?, acked_comment = ? WHERE id = ?",
                new Entry(now, who, "incident.acknowledge", id, comment),
                now,
                SafeText.line(who, LONGEST),
                SafeText.line(comment, LONGEST),
                id);
    }

    /** Takes an acknowledgement back. False when there is none. */
    public boolean withdraw(String id, String who, Instant now) {
        return change(
                id,
                "UPDATE incident SET acked_at = NULL, acked_by = NULL, acked_comment = NULL"
                        + " WHERE id = ? AND acked_at IS NOT NULL",
                new Entry(now, who, "incident.withdraw", id, ""),
                id);
    }

    private boolean change(String id, String sql, Entry entry, Object... parameters) {
        boolean[] changed = {false};
        database.transact(tx -> {
            changed[0] = tx.execute(sql, parameters) == 1;
            if (changed[0]) {
                Audit.write(tx, entry);
            }
        });
        return changed[0];
    }

    /** Writes down that something is wrong, or how it stands by now. */
    static void keep(Tx tx, Signal signal, OutboxEntry entry) {
        keep(tx, signal, entry, entry.at());
    }

    static void keep(Tx tx, Signal signal, OutboxEntry entry, Instant openedAt) {
        tx.execute(
                """
                INSERT INTO incident (id, kind, list, address, labels, headline, resolvers, opened_at,
                    event, seq, type, subject, at, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET labels = excluded.labels, headline = excluded.headline,
                    resolvers = excluded.resolvers, event = excluded.event, seq = excluded.seq, type = excluded.type,
                    subject = excluded.subject, at = excluded.at, body = excluded.body""",
                signal.incident(),
                signal.labels().of(AlertLabels.KIND).first(),
                signal.list().map(Object::toString).orElse(null),
                signal.labels().of(AlertLabels.ADDRESS).stream().findFirst().orElse(null),
                signal.labels().json().toString(),
                signal.headline(),
                String.join(",", signal.resolvers()),
                openedAt,
                entry.id(),
                entry.seq(),
                entry.type(),
                entry.subject(),
                entry.at(),
                entry.body());
    }

    /** The last words on all that is wrong, as far as they are known. */
    static List<OutboxEntry> lastWords(Database database) {
        return database.query(
                "SELECT seq, event AS id, type, subject, at, body FROM incident WHERE event IS NOT NULL ORDER BY seq",
                OutboxEntry::of);
    }

    /** The last word on an incident, its row locked; empty when it is over. */
    static Optional<OutboxEntry> lastWord(Tx tx, String id) {
        tx.execute("UPDATE incident SET id = id WHERE id = ?", id);
        return tx.first(
                "SELECT seq, event AS id, type, subject, at, body FROM incident WHERE id = ? AND event IS NOT NULL",
                OutboxEntry::of,
                id);
    }

    static void end(Tx tx, Signal signal) {
        tx.execute("DELETE FROM incident WHERE id = ?", signal.incident());
    }

    /** What a group's receiver knows or waits for, as far as it is open. */
    static List<Incident> ofGroup(Tx tx, String group) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM alert a JOIN incident i ON i.id = a.incident WHERE a.grp = ? AND a.open",
                Incidents::incident,
                group);
    }

    /** Lists and resolvers in trouble. */
    static List<Incident> ofHealth(Database database) {
        return database.query(
                "SELECT " + COLUMNS + " FROM incident i WHERE i.kind IN (?, ?)",
                Incidents::incident,
                AlertKind.LIST_HEALTH.label(),
                AlertKind.RESOLVER_HEALTH.label());
    }

    /** All listings of the addresses that a group is about. */
    static List<Incident> ofAddresses(Tx tx, String group) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM incident i WHERE i.address IN ("
                        + "SELECT j.address FROM alert a JOIN incident j ON j.id = a.incident WHERE a.grp = ? AND a.open)",
                Incidents::incident,
                group);
    }

    static List<Incident> all(Database database) {
        return database.query("SELECT " + COLUMNS + " FROM incident i", Incidents::incident);
    }

    private static Incident incident(Row row) {
        return new Incident(
                row.text("id"),
                AlertLabels.of(Json.tree(row.text("labels"))),
                row.text("headline"),
                resolvers(row.text("resolvers")),
                row.time("opened_at"),
                row.optionalTime("acked_at")
                        .map(at -> new Acknowledgement(
                                at,
                                row.optionalText("acked_by").orElse(""),
                                row.optionalText("acked_comment").orElse(""))));
    }

    private static Set<String> resolvers(String joined) {
        return Arrays.stream(joined.split(",", -1))
                .filter(resolver -> !resolver.isEmpty())
                .collect(Collectors.toSet());
    }
}
