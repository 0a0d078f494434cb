package offlist.bounce;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.pool.IpAddress;
import offlist.probe.Pair;
import offlist.store.Database;

/**
 * What listings really do: for each pair of address and list how bad it is that recipients refuse mail because of it.
 *
 * <p>Recipients' domains are counted and not messages, since one receiver with much mail is one receiver.
 */
public final class Harm {
    /** So far back refusals count. */
    static final Duration WITHIN = Duration.ofDays(1);

    private static final int MAJOR = 3;
    private static final int CRITICAL = 10;

    private final Database database;

    /** Of this store. */
    public Harm(Database database) {
        this.database = database;
    }

    /** The pairs because of which several domains refuse mail. */
    public Map<Pair, Severity> seen(Instant now) {
        Map<Pair, Severity> harm = new HashMap<>();
        database.query(
                        """
                        SELECT r.address, l.list, count(DISTINCT r.domain) AS domains
                        FROM refusal r JOIN refusal_list l ON l.refusal = r.id
                        WHERE r.seen_at > ? AND r.address IS NOT NULL
                        GROUP BY r.address, l.list HAVING count(DISTINCT r.domain) >= ?""",
                        row -> Map.entry(
                                new Pair(IpAddress.parse(row.text("address")), new ListId(row.text("list"))),
                                row.number("domains") >= CRITICAL ? Severity.CRITICAL : Severity.MAJOR),
                        now.minus(WITHIN),
                        MAJOR)
                .forEach(each -> harm.put(each.getKey(), each.getValue()));
        return harm;
    }
}
