package offlist.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is owed to the consumers, in the order of commits. */
public final class Outbox {
    /** How long entries are kept when every consumer has taken them, for people and programs that look back. */
    public static final Duration KEPT = Duration.ofDays(30);

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
                nextSeq(tx, 1),
                id,
                type,
                subject,
                at,
                body);
    }

    /** What is to be owed; it gets its number when it is added. */
    public record Owed(String id, String type, String subject, Instant at, String body) {}

    /** The same for many at once. The number of a repeat stays unused: consumers look for higher ones, not for the next. */
    public static void append(Tx tx, List<Owed> many) {
        if (many.isEmpty()) {
            return;
        }
        long seq = nextSeq(tx, many.size()) - many.size();
        List<@Nullable Object[]> rows = new ArrayList<>(many.size());
        for (Owed owed : many) {
            rows.add(new @Nullable Object[] {++seq, owed.id(), owed.type(), owed.subject(), owed.at(), owed.body()});
        }
        tx.batch("""
                INSERT INTO outbox (seq, id, type, subject, at, body) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING""", rows);
    }

    /** Takes so many numbers; returns the last of them. */
    private static long nextSeq(Tx tx, int many) {
        return tx.first(
                        "UPDATE counter SET value = value + ? WHERE name = 'outbox' RETURNING value",
                        row -> row.number("value"),
                        many)
                .orElseThrow();
    }

    /** The entries after a position, oldest first. */
    public List<OutboxEntry> after(long position, int limit) {
        return database.query(
                "SELECT seq, id, type, subject, at, body FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?",
                OutboxEntry::of,
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
}
