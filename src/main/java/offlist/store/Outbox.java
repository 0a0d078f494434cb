package offlist.store;

import java.time.Instant;
import java.util.List;

/** What is owed to the consumers, in the order of commits. */
public final class Outbox {
    private final Database database;

    public Outbox(Database database) {
        this.database = database;
    }

    /**
     * Adds an entry within the caller's transaction. An id that is already there is a repeat and adds nothing.
     *
     * <p>The counter's row stays locked until the commit, so the order of the numbers is the order of the commits and
     * a consumer never passes an entry that becomes visible later.
     */
    public static void append(Tx tx, String id, String type, String subject, Instant at, String body) {
        if (!tx.query("SELECT 1 AS known FROM outbox WHERE id = ?", row -> true, id)
                .isEmpty()) {
            return;
        }
        tx.execute(
                "INSERT INTO outbox (seq, id, type, subject, at, body) VALUES (?, ?, ?, ?, ?, ?)",
                nextSeq(tx),
                id,
                type,
                subject,
                at,
                body);
    }

    private static long nextSeq(Tx tx) {
        return tx.first(
                        "UPDATE counter SET value = value + 1 WHERE name = 'outbox' RETURNING value",
                        row -> row.number("value"))
                .orElseThrow();
    }

    /** The entries after a position, oldest first. */
    public List<OutboxEntry> after(long position, int limit) {
        return database.query(
                "SELECT seq, id, type, subject, at, body FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?",
                Outbox::entry,
                position,
                limit);
    }

    /** The position of a consumer: the last entry it has taken. */
    public long position(String consumer) {
        return database
                .query("SELECT position FROM consumer WHERE name = ?", row -> row.number("position"), consumer)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /** Moves a consumer on, in the transaction that keeps what it made of the entries. */
    public static void moveTo(Tx tx, String consumer, long position) {
        tx.execute("""
                INSERT INTO consumer (name, position) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET position = excluded.position""", consumer, position);
    }

    /** Forgets entries older than {@code before} that every consumer has taken; returns how many. */
    public int forget(Instant before) {
        return database.inTransaction(tx ->
                tx.execute("DELETE FROM outbox WHERE at < ? AND seq <= (SELECT MIN(position) FROM consumer)", before));
    }

    private static OutboxEntry entry(Row row) {
        return new OutboxEntry(
                row.number("seq"),
                row.text("id"),
                row.text("type"),
                row.text("subject"),
                row.time("at"),
                row.text("body"));
    }
}
