package offlist.alert;

import static offlist.alert.AlertStory.INTERVAL;
import static offlist.alert.AlertStory.REPEAT;
import static offlist.alert.AlertStory.WAIT;
import static offlist.alert.Events.T0;
import static offlist.alert.Events.ZEN;
import static offlist.alert.Events.listing;
import static offlist.alert.Events.opened;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.dns.ResolverId;
import offlist.store.Database;
import offlist.store.OpenStore;
import offlist.testing.Stores;
import offlist.track.Event;
import offlist.track.EventJson;
import offlist.track.Listing;
import offlist.track.ResolverHealthChanged;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class AlertRepairTest {
    private static final Instant FAR = T0.plus(Duration.ofDays(365));
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final Listing A = listing("192.0.2.10");
    private static final Listing B = listing("192.0.2.11");
    private static final Listing C = listing("192.0.2.12", new ListId("spamcop"), Severity.MAJOR, "transactional");
    private static final Event RESOLVER =
            new ResolverHealthChanged("r-1", T0, new ResolverId("192.0.2.53"), "healthy", "unreachable", "no answer");

    @TempDir
    Path directory;

    @Test
    void whatWasOpenBeforeTheUpgradeIsAnIncidentWithItsLabels() {
        try (OpenStore store = upgraded()) {
            AlertRepair.run(store.database(), T0.plus(REPEAT));
            AlertRepair.run(store.database(), T0.plus(REPEAT));

            assertThat(new Incidents(store.database()).open(10))
                    .extracting(Incident::id)
                    .containsExactlyInAnyOrder(A.id(), B.id(), "resolver-health/192.0.2.53");
            Incident a = new Incidents(store.database()).of(A.id()).orElseThrow();
            assertThat(a.labels()).isEqualTo(AlertLabels.of(A));
            assertThat(a.openedAt()).isEqualTo(T0);
            assertThat(a.acknowledged()).isEmpty();
        }
    }

    @Test
    void anIncidentThatNoLabelNamesGetsOne() {
        try (OpenStore store = Stores.sqlite(directory)) {
            new AlertStory(store.database(), "ops").happens(opened(A, T0), RESOLVER);
            store.database()
                    .transact(
                            tx -> tx.execute(
                                    "UPDATE incident SET labels = '{\"kind\":[\"resolver-health\"]}' WHERE kind = 'resolver-health'"));

            AlertRepair.run(store.database(), T0);

            Incidents incidents = new Incidents(store.database());
            assertThat(incidents
                            .of("resolver-health/192.0.2.53")
                            .orElseThrow()
                            .labels()
                            .json())
                    .hasToString("{\"about\":[\"192.0.2.53\"],\"kind\":[\"resolver-health\"]}");
            assertThat(incidents.of(A.id()).orElseThrow().labels()).isEqualTo(AlertLabels.of(A));
        }
    }

    @Test
    void whatWasOpenBeforeTheUpgradeIsSilencedAndAcknowledged() {
        try (OpenStore store = upgraded()) {
            Instant now = T0.plus(REPEAT).minusSeconds(60);
            AlertRepair.run(store.database(), now);
            AlertStory story = new AlertStory(store.database(), "ops");
            new Incidents(store.database()).acknowledge(A.id(), "ann", "", now);
            new StoredActions(store.database(), () -> now)
                    .silence("resolver-health/192.0.2.53", Duration.ofDays(7), new Actions.Actor("ann"));

            story.from(now, T0.plus(REPEAT).plus(Duration.ofHours(1)), TICK);

            assertThat(story.told("ops")).containsExactly("still 192.0.2.11");
        }
    }

    @Test
    void aClockSetBackKeepsNothingWaitingInSqlite() {
        try (OpenStore store = Stores.sqlite(directory)) {
            clockIsSetBack(store.database());
        }
    }

    @Test
    void aClockSetBackKeepsNothingWaitingInPostgres() {
        try (OpenStore store = Stores.postgresql()) {
            clockIsSetBack(store.database());
        }
    }

    @Test
    void whatIsDueInItsTimeStaysAsItIs() {
        try (OpenStore store = Stores.sqlite(directory)) {
            AlertStory story = new AlertStory(store.database(), "ops");
            story.happens(opened(A, T0));
            story.at(T0.plus(WAIT));
            story.happens(opened(B, T0.plus(WAIT).plusSeconds(1)));
            story.replies.put("ops", new Outcome.RetryLater("busy", Optional.of(Duration.ofMinutes(59))));
            story.happens(opened(C, T0.plus(WAIT).plusSeconds(1)));
            story.from(T0.plus(WAIT), T0.plus(WAIT.multipliedBy(2)).plusSeconds(10), TICK);
            List<String> before = times(store.database());
            assertThat(before).hasSize(4);

            AlertRepair.run(store.database(), T0.plus(WAIT.multipliedBy(2)).plusSeconds(10));

            assertThat(times(store.database())).isEqualTo(before);
        }
    }

    @Test
    void whatWaitsLongForAGoodReasonStaysAsItIs() {
        try (OpenStore store = Stores.sqlite(directory)) {
            AlertStory story = new AlertStory(store.database(), "ops", "mail");
            story.replies.put("ops", new Outcome.RetryLater("busy", Optional.of(Duration.ofHours(12))));
            story.replies.put("mail", new Outcome.GivenUp("404"));
            story.happens(opened(A, T0));
            story.at(T0.plus(WAIT));
            List<String> before = times(store.database());
            assertThat(before).hasSize(4);

            AlertRepair.run(store.database(), T0.plus(WAIT).plusSeconds(10));

            assertThat(times(store.database())).isEqualTo(before);
        }
    }

    private static void clockIsSetBack(Database database) {
        AlertStory story = new AlertStory(database, "ops");
        story.happens(opened(A, FAR));
        story.at(FAR.plus(WAIT));
        assertThat(story.told("ops")).hasSize(1);
        Match spamcop = new Match(Map.of(AlertLabels.LIST, Set.of("spamcop")));
        new Silences(database).add(spamcop, "ann", "quiet", FAR, FAR.plus(REPEAT), FAR);
        story.happens(opened(B, FAR.plus(WAIT)), opened(C, FAR.plus(WAIT)));
        story.replies.put("ops", new Outcome.RetryLater("busy", Optional.of(Duration.ofMinutes(50))));
        story.at(FAR.plus(INTERVAL.multipliedBy(2)));
        story.happens(opened(listing("192.0.2.13"), FAR.plus(INTERVAL.multipliedBy(2))));
        database.transact(tx -> tx.execute("INSERT INTO digest (name, told_at) VALUES ('digest/ops', ?)", FAR));
        story.replies.clear();
        story.delivered.clear();

        story.startPump();
        AlertRepair.run(database, T0);
        story.from(T0, T0.plus(Duration.ofMinutes(20)), TICK);

        assertThat(story.told("ops"))
                .containsExactlyInAnyOrder("opened 192.0.2.11 +1", "opened 192.0.2.12", "opened 192.0.2.13 +2");
        assertThat(database.query("SELECT told_at FROM digest", row -> row.time("told_at")))
                .containsExactly(T0);
    }

    private static List<String> times(Database database) {
        return database.query(
                """
                SELECT id, sent_at AS a, due_at AS b, quiet_until AS c FROM alert_group
                UNION ALL SELECT id, made_at, next_try_at, done_at FROM message ORDER BY 1""", row -> row.text("id") + row.optionalTime("a") + row.optionalTime("b") + row.optionalTime("c"));
    }

    /** A store as the version before incidents left it. */
    private OpenStore upgraded() {
        SQLiteDataSource file = new SQLiteDataSource();
        file.setUrl("jdbc:sqlite:" + directory.resolve("offlist.sqlite"));
        Flyway.configure()
                .dataSource(file)
                .locations("classpath:db")
                .target("6")
                .load()
                .migrate();
        Database old = new Database(file);
        open(old, 1, A.id(), "list=" + ZEN, opened(A, T0));
        open(old, 2, B.id(), "list=" + ZEN, opened(B, T0));
        open(old, 3, "resolver-health/192.0.2.53", "resolver", RESOLVER);
        return Stores.sqlite(directory);
    }

    private static void open(Database old, long seq, String incident, String group, Event event) {
        old.transact(tx -> {
            tx.execute(
                    "INSERT INTO alert_group (id, receiver, group_wait, group_interval, repeat_interval, sent_at)"
                            + " VALUES (?, 'ops', ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                    group,
                    WAIT,
                    INTERVAL,
                    REPEAT,
                    T0);
            tx.execute(
                    "INSERT INTO alert (receiver, incident, grp, event, open, told) VALUES ('ops', ?, ?, ?, TRUE, TRUE)",
                    incident,
                    group,
                    event.id());
            tx.execute(
                    "INSERT INTO delivery (event, receiver, incident, grp, seq, type, subject, at, body, opening, state)"
                            + " VALUES (?, 'ops', ?, ?, ?, ?, ?, ?, ?, TRUE, 'delivered')",
                    event.id(),
                    incident,
                    group,
                    seq,
                    event.type(),
                    event.subject(),
                    event.at(),
                    EventJson.encode(event));
        });
    }
}
