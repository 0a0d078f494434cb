package offlist.bounce.intake;

import java.util.Optional;
import offlist.store.Database;

/** Where each source goes on after a restart. */
public final class Positions {
    private final Database database;

    /** Of this store. */
    public Positions(Database database) {
        this.database = database;
    }

    Optional<Position> of(String source) {
        return database
                .query(
                        "SELECT file, at_byte FROM bounce_position WHERE source = ?",
                        row -> new Position(row.text("file"), row.number("at_byte")),
                        source)
                .stream()
                .findFirst();
    }

    void keep(String source, Position position) {
        database.transact(tx -> tx.execute("""
                INSERT INTO bounce_position (source, file, at_byte) VALUES (?, ?, ?)
                ON CONFLICT (source) DO UPDATE SET file = excluded.file, at_byte = excluded.at_byte""", source, position.file(), position.offset()));
    }
}
