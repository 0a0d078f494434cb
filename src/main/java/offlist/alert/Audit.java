package offlist.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import offlist.store.Database;
import offlist.store.Tx;

/** Who changed what is told, and when. Written with the change itself; nothing is ever altered. */
public final class Audit {
    private static final int LONGEST = 500;

    private final Database database;

    public Audit(Database database) {
        this.database = database;
    }

    /**
     * One change.
     *
     * @param actor as given by whoever made it; from outside, to be escaped
     * @param action such as {@code silence.add}
     * @param subject the silence or incident
     */
    public record Entry(Instant at, String actor, String action, String subject, String detail) {}

    /** Adds an entry within the transaction of the change. */
    public static void write(Tx tx, Entry entry) {
        tx.execute(
                "INSERT INTO audit (id, at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?, ?)",
                UUID.randomUUID().toString(),
                entry.at(),
                SafeText.line(entry.actor(), LONGEST),
                entry.action(),
                entry.subject(),
                SafeText.line(entry.detail(), LONGEST));
    }

    /** The newest first. */
    public List<Entry> newest(int most) {
        return database.query(
                "SELECT at, actor, action, subject, detail FROM audit ORDER BY at DESC, id LIMIT ?",
                row -> new Entry(
                        row.time("at"), row.text("actor"), row.text("action"), row.text("subject"), row.text("detail")),
                most);
    }

    void forget(Instant now, Duration keep) {
        database.transact(tx -> tx.execute("DELETE FROM audit WHERE at < ?", now.minus(keep)));
    }
}
