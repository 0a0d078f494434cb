package offlist.web;

import java.time.Duration;
import java.time.Instant;
import offlist.store.Database;
import offlist.testing.Sample;

/** Incidents of the sample, in a store of their own. */
final class SampleMuting {
    static final Instant NOW = Sample.NOW;
    static final String LISTING = "01JD-LISTING";
    static final String HEALTH = "list-health/spamcop";

    private SampleMuting() {}

    static Muting of(Database database) {
        incident(
                database,
                LISTING,
                "listing",
                "{\"kind\":[\"listing\"],\"list\":[\"spamhaus-zen\"],\"address\":[\"192.0.2.10\"],"
                        + "\"pool\":[\"marketing\",\"transactional\"],\"severity\":[\"critical\"]}",
                "192.0.2.10 on spamhaus-zen <b>");
        incident(
                database,
                HEALTH,
                "list-health",
                "{\"kind\":[\"list-health\"],\"list\":[\"spamcop\"]}",
                "list spamcop: unreachable");
        database.transact(tx -> tx.execute(
                "INSERT INTO alert_group (id, receiver, group_wait, group_interval, repeat_interval) VALUES (?, ?, 1, 1, 1)",
                "ops group",
                "ops"));
        database.transact(tx -> tx.execute(
                "INSERT INTO alert (receiver, incident, grp, event, open, told) VALUES (?, ?, ?, ?, TRUE, TRUE)",
                "ops",
                LISTING,
                "ops group",
                "event"));
        return Muting.of(database, () -> NOW);
    }

    private static void incident(Database database, String id, String kind, String labels, String headline) {
        database.transact(tx -> tx.execute(
                "INSERT INTO incident (id, kind, labels, headline, resolvers, opened_at) VALUES (?, ?, ?, ?, '', ?)",
                id,
                kind,
                labels,
                headline,
                NOW.minus(Duration.ofHours(3))));
    }
}
