package offlist.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import offlist.alert.Audit.Entry;
import offlist.store.Database;
import offlist.store.Row;

/** The silences; each change stands in the audit trail. Threads may share it. */
public final class Silences {
    private static final String COLUMNS = "id, match, author, comment, created_at, starts_at, ends_at";
    private static final int LONGEST = 500;

    private final Database database;

    public Silences(Database database) {
        this.database = database;
    }

    /** @param endsAt after {@code startsAt} */
    public Silence add(Match match, String author, String comment, Instant startsAt, Instant endsAt, Instant now) {
        Silence silence = new Silence(
                UUID.randomUUID().toString(),
                match,
                SafeText.line(author, LONGEST),
                SafeText.line(comment, LONGEST),
                now,
                startsAt,
                endsAt);
        database.transact(tx -> {
            tx.execute(
                    "INSERT INTO silence (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)",
                    silence.id(),
                    match.json().toString(),
                    silence.author(),
                    silence.comment(),
                    now,
                    startsAt,
                    endsAt);
            String detail = match + " from " + Times.utc(startsAt) + " to " + Times.utc(endsAt) + ": " + comment;
            Audit.write(tx, new Entry(now, author, "silence.add", silence.id(), detail));
        });
        return silence;
    }

    /** Ends one now. False when it is not there or over. */
    public boolean end(String id, String who, Instant now) {
        boolean[] ended = {false};
        database.transact(tx -> {
            ended[0] = tx.execute(
                            "UPDATE silence SET ends_at = ?, starts_at = CASE WHEN starts_at > ? THEN ? ELSE starts_at END"
                                    + " WHERE id = ? AND ends_at > ?",
                            now,
                            now,
                            now,
                            id,
                            now)
                    == 1;
            if (ended[0]) {
                Audit.write(tx, new Entry(now, who, "silence.end", id, ""));
            }
        });
        return ended[0];
    }

    public Optional<Silence> of(String id) {
        return database.query("SELECT " + COLUMNS + " FROM silence WHERE id = ?", Silences::silence, id).stream()
                .findFirst();
    }

    /** All that are not over, and those that ended of late; what ends last stands first. */
    public List<Silence> since(Instant endedAfter) {
        return database.query(
                "SELECT " + COLUMNS + " FROM silence WHERE ends_at > ? ORDER BY ends_at DESC, id",
                Silences::silence,
                endedAfter);
    }

    /** Those in force. */
    List<Silence> active(Instant now) {
        return database.query(
                "SELECT " + COLUMNS + " FROM silence WHERE starts_at <= ? AND ends_at > ? ORDER BY id",
                Silences::silence,
                now,
                now);
    }

    void forget(Instant now, Duration keep) {
        database.transact(tx -> tx.execute("DELETE FROM silence WHERE ends_at < ?", now.minus(keep)));
    }

    private static Silence silence(Row row) {
        return new Silence(
                row.text("id"),
                Match.of(Json.tree(row.text("match"))).orElse(Match.ALL),
                row.text("author"),
                row.text("comment"),
                row.time("created_at"),
                row.time("starts_at"),
                row.time("ends_at"));
    }
}
