package offlist.bounce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offlist.pool.IpAddress;
import offlist.store.Database;
import offlist.store.Tx;
import org.jspecify.annotations.Nullable;

/** What recipients complained about, counted. Threads may share it. */
public final class Complaints {
    private static final int MOST = 1000;

    private final Database database;

    /** Of this store. */
    public Complaints(Database database) {
        this.database = database;
    }

    /**
     * Complaints about messages from one address.
     *
     * @param address empty where the complaints do not tell
     * @param type one of {@link Complained#TYPES}
     * @param domain of those who complained, where that is told
     */
    public record Count(
            Optional<String> address,
            String type,
            Optional<String> domain,
            long complaints,
            Instant first,
            Instant last) {}

    /** What was seen since then, the most complaints first. */
    public List<Count> since(Instant since, Optional<IpAddress> address) {
        StringBuilder where = new StringBuilder(" WHERE seen_at >= ?");
        List<@Nullable Object> parameters = new ArrayList<>(List.of(since));
        address.ifPresent(only -> {
            where.append(" AND address = ?");
            parameters.add(only.text());
        });
        return database.query(
                "SELECT address, type, domain, sum(incidents) AS n, min(seen_at) AS first, max(seen_at) AS last FROM complaint"
                        + where + " GROUP BY address, type, domain ORDER BY n DESC, address, type, domain LIMIT "
                        + MOST,
                row -> new Count(
                        row.optionalText("address"),
                        row.text("type"),
                        row.optionalText("domain"),
                        row.number("n"),
                        row.time("first"),
                        row.time("last")),
                parameters.toArray());
    }

    /** Keeps a complaint; false when it is known already. */
    static boolean keep(Tx tx, String id, Complained complained, Instant now) {
        return tx.execute(
                        """
                        INSERT INTO complaint (id, key, seen_at, address, domain, type, incidents)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING""",
                        id,
                        complained.key().orElse(id),
                        now,
                        complained.about().address().map(IpAddress::text),
                        complained.domain(),
                        complained.type(),
                        complained.complaint().incidents())
                > 0;
    }
}
