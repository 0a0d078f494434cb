package offlist.app;

import java.util.Optional;
import offlist.pool.StoredYield;
import offlist.pool.YieldStore;
import offlist.store.Database;

/** Keeps the last good answers of pool sources in the store. */
final class SqlYields implements YieldStore {
    private final Database database;

    SqlYields(Database database) {
        this.database = database;
    }

    @Override
    public Optional<StoredYield> last(String source) {
        return database
                .query(
                        "SELECT at, ranges FROM source_yield WHERE source = ?",
                        row -> StoredYield.parse(row.time("at"), row.text("ranges")),
                        source)
                .stream()
                .findFirst();
    }

    @Override
    public void keep(String source, StoredYield yield) {
        database.transact(tx -> tx.execute("""
                INSERT INTO source_yield (source, at, ranges) VALUES (?, ?, ?)
                ON CONFLICT (source) DO UPDATE SET at = excluded.at, ranges = excluded.ranges""", source, yield.at(), yield.text()));
    }
}
