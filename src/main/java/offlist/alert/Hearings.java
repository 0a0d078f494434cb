package offlist.alert;

import java.util.List;
import java.util.Optional;
import offlist.store.Database;

/** Who is told of an open incident. Threads may share it. */
public final class Hearings {
    /**
     * One receiver.
     *
     * @param told whether it has been told yet
     * @param mutedBy why it is not told, as it was found when its group was last looked at
     */
    public record Hearing(String receiver, boolean told, Optional<String> mutedBy) {}

    private final Database database;

    public Hearings(Database database) {
        this.database = database;
    }

    public List<Hearing> of(String incident) {
        return database.query(
                "SELECT receiver, told, muted FROM alert WHERE incident = ? AND open ORDER BY receiver",
                row -> new Hearing(row.text("receiver"), row.flag("told"), row.optionalText("muted")),
                incident);
    }
}
