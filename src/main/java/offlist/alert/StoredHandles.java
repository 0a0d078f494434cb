package offlist.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import offlist.store.Database;

/** In the store. Threads may share it. */
public final class StoredHandles implements Handles {
    private final Database database;

    public StoredHandles(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> of(String receiver, String thread) {
        return database
                .query(
                        "SELECT handle FROM alert_handle WHERE receiver = ? AND thread = ?",
                        row -> row.text("handle"),
                        receiver,
                        thread)
                .stream()
                .findFirst();
    }

    @Override
    public void keep(Message message, String handle) {
        database.transact(tx -> tx.execute("""
                INSERT INTO alert_handle (receiver, thread, handle, at) VALUES (?, ?, ?, ?)
                ON CONFLICT (receiver, thread) DO UPDATE SET handle = excluded.handle, at = excluded.at""", message.receiver(), message.thread(), handle, message.at()));
    }

    /** Forgets those that were kept long ago. */
    void forget(Instant now, Duration keep) {
        database.transact(tx -> tx.execute("DELETE FROM alert_handle WHERE at < ?", now.minus(keep)));
    }
}
