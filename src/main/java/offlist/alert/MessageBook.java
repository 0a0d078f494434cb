package offlist.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import offlist.catalogue.Catalogue;
import offlist.store.Database;
import offlist.store.OutboxEntry;
import offlist.store.Row;
import offlist.store.Tx;
import offlist.yaml.Durations;
import org.jspecify.annotations.Nullable;

/**
 * What the pump writes: messages made of what waits, and what became of them.
 *
 * <p>1. A group has at most one message under way, so its messages arrive in order. 2. A message keeps its entries until
 * the receiver has taken or finally refused it.
 */
final class MessageBook {
    /** A message under way. */
    record Draft(String id, String thread, String group, boolean repeated, Instant madeAt, int attempts) {}

    /** One of a message's events. */
    record Line(String incident, boolean opening, OutboxEntry entry) {}

    /** How a group is told. */
    private record Manner(
            Duration interval, Optional<Instant> dueAt, List<String> muteTimes, List<String> activeTimes) {
        boolean due(Instant now) {
            return dueAt.filter(at -> !at.isAfter(now)).isPresent();
        }
    }

    private static final String LINE = "d.incident, d.opening, d.seq, d.event AS id, d.type, d.subject, d.at, d.body";

    /** What waits and is not kept quiet; what is over and was told before is never kept quiet. */
    private static final String SAYABLE = """
            grp = ? AND state = 'waiting' AND NOT EXISTS (SELECT 1 FROM alert a
                WHERE a.receiver = delivery.receiver AND a.incident = delivery.incident AND a.open
                AND a.muted IS NOT NULL)""";

    /** What is not looked after. */
    private static final String UNATTENDED =
            "NOT EXISTS (SELECT 1 FROM incident i WHERE i.id = a.incident AND i.acked_at IS NOT NULL)";

    /** What is reminded of. */
    private static final String REMINDED = "a.open AND a.told AND a.muted IS NULL AND " + UNATTENDED;

    /** What a receiver that forgets what is not sent again has to hear: quiet or not, it is open. */
    private static final String OPEN = "a.open AND a.told";

    /** So often it is looked whether a route's quiet time is over. */
    static final Duration QUIET_LOOK = Duration.ofMinutes(1);

    /** And not more often whether what is kept quiet still is, however often a group could speak. */
    private static final Duration MUTED_LOOK = Duration.ofSeconds(15);

    /** What a receiver has refused is told again when it may have been mended. */
    static final Duration AGAIN = Duration.ofHours(1);

    private static final Duration KEEP_TRYING = Duration.ofDays(1);

    private final Database database;
    private final Supplier<AlertSettings> settings;
    private final Supplier<Catalogue> catalogue;

    MessageBook(Database database, Supplier<AlertSettings> settings, Supplier<Catalogue> catalogue) {
        this.database = database;
        this.settings = settings;
        this.catalogue = catalogue;
    }

    /** Makes messages of all groups of a receiver that are due. */
    void makeDue(String receiver, Instant now) {
        List<String> due = database.query("""
                SELECT g.id FROM alert_group g WHERE g.receiver = ?
                AND (g.due_at <= ? OR (g.sent_at + g.group_interval <= ? AND EXISTS (SELECT 1 FROM alert a
                    WHERE a.grp = g.id AND a.open AND a.told AND COALESCE(a.told_at, g.sent_at) + g.repeat_interval <= ?)))
                AND (g.quiet_until IS NULL OR g.quiet_until <= ?)
                AND NOT EXISTS (SELECT 1 FROM message m WHERE m.grp = g.id AND m.done_at IS NULL)
                ORDER BY g.due_at, g.id""", row -> row.text("id"), receiver, now, now, now, now);
        if (!due.isEmpty()) {
            Mutes mutes = Mutes.at(database, settings.get().inhibitRules(), catalogue.get(), now);
            due.forEach(group -> database.transact(tx -> make(tx, receiver, group, mutes, now)));
        }
    }

    private void make(Tx tx, String receiver, String group, Mutes mutes, Instant now) {
        tx.execute("UPDATE alert_group SET receiver = receiver WHERE id = ?", group);
        Optional<Manner> known = manner(tx, group);
        if (known.isEmpty()) {
            return; // it was emptied meanwhile
        }
        Manner manner = known.get();
        if (settings.get().quietAt(manner.muteTimes(), manner.activeTimes(), now)) {
            keepQuiet(tx, group, now.plus(QUIET_LOOK));
            return;
        }
        mute(tx, receiver, group, mutes);
        Optional<String> first = manner.due(now)
                ? tx.first(
                        "SELECT event FROM delivery WHERE " + SAYABLE + " ORDER BY seq LIMIT 1",
                        row -> row.text("event"),
                        group)
                : Optional.empty();
        if (first.isPresent()) {
            make(tx, receiver, group, false, first.get(), manner, now);
        } else if (reminds(tx, receiver, group, now)) {
            make(tx, receiver, group, true, group + "@" + now.toEpochMilli(), manner, now);
        } else {
            keepQuiet(tx, group, now.plus(Durations.longer(manner.interval(), MUTED_LOOK)));
        }
    }

    private void make(
            Tx tx, String receiver, String group, boolean repeated, String first, Manner manner, Instant now) {
        String id = unused(tx, receiver + "/" + first, now);
        tx.execute(
                "UPDATE alert_group SET sent_at = ?, quiet_until = NULL, thread = COALESCE(thread, ?) WHERE id = ?",
                now,
                id,
                group);
        tx.execute("""
                INSERT INTO message (id, receiver, grp, repeated, made_at, attempts, next_try_at, thread)
                SELECT CAST(? AS TEXT), receiver, id, ?, ?, 0, ?, thread FROM alert_group WHERE id = ?""", id, repeated, now, now, group);
        if (repeated || forgets(receiver)) {
            tx.execute("UPDATE alert AS a SET told_at = ? WHERE grp = ? AND " + reminded(receiver), now, group);
        }
        if (!repeated) {
            tx.execute("UPDATE delivery SET state = 'sending', message = ? WHERE " + SAYABLE, id, group);
            tx.execute("""
                    UPDATE alert SET told = TRUE, told_at = ? WHERE grp = ?
                    AND incident IN (SELECT incident FROM delivery WHERE message = ?)""", now, group, id);
        }
        // What is kept quiet is looked at again; what is not there is not due.
        tx.execute("""
                UPDATE alert_group SET due_at = CASE WHEN EXISTS (SELECT 1 FROM delivery
                    WHERE grp = alert_group.id AND state = 'waiting') THEN CAST(? AS BIGINT) END
                WHERE id = ?""", now.plus(manner.interval()), group);
    }

    /** What was given up once and is told after all is another message. */
    private static String unused(Tx tx, String id, Instant now) {
        return tx.first("SELECT id FROM message WHERE id = ?", row -> id + "@" + now.toEpochMilli(), id)
                .orElse(id);
    }

    private static Optional<Manner> manner(Tx tx, String group) {
        return tx.first(
                "SELECT group_interval, due_at, mute_times, active_times FROM alert_group WHERE id = ?",
                row -> new Manner(
                        row.duration("group_interval"),
                        row.optionalTime("due_at"),
                        AlertBook.names(row.optionalText("mute_times")),
                        AlertBook.names(row.optionalText("active_times"))),
                group);
    }

    private static void keepQuiet(Tx tx, String group, Instant until) {
        tx.execute("""
                UPDATE alert_group SET quiet_until = ?, due_at = CASE WHEN EXISTS (SELECT 1 FROM delivery
                    WHERE grp = alert_group.id AND state = 'waiting') THEN due_at END
                WHERE id = ?""", until, group);
    }

    /** Writes down what is kept quiet from now on, and what no longer is. */
    private static void mute(Tx tx, String receiver, String group, Mutes mutes) {
        Map<String, String> now = mutes.of(Incidents.ofGroup(tx, group), Incidents.ofAddresses(tx, group));
        Map<String, String> before = new HashMap<>();
        tx.query(
                        "SELECT incident, muted FROM alert WHERE grp = ? AND muted IS NOT NULL",
                        row -> Map.entry(row.text("incident"), row.text("muted")),
                        group)
                .forEach(entry -> before.put(entry.getKey(), entry.getValue()));
        List<@Nullable Object[]> changes = new ArrayList<>();
        before.keySet().stream()
                .filter(incident -> !now.containsKey(incident))
                .forEach(incident -> changes.add(new @Nullable Object[] {null, receiver, incident}));
        now.forEach((incident, why) -> {
            if (!why.equals(before.get(incident))) {
                changes.add(new @Nullable Object[] {why, receiver, incident});
            }
        });
        if (!changes.isEmpty()) {
            tx.batch("UPDATE alert SET muted = ? WHERE receiver = ? AND incident = ?", changes);
        }
    }

    private boolean reminds(Tx tx, String receiver, String group, Instant now) {
        return tx.first(
                        "SELECT a.incident FROM alert a JOIN alert_group g ON g.id = a.grp WHERE a.grp = ? AND "
                                + reminded(receiver)
                                + " AND COALESCE(a.told_at, g.sent_at) + g.repeat_interval <= ? LIMIT 1",
                        row -> true,
                        group,
                        now)
                .isPresent();
    }

    private String reminded(String receiver) {
        return forgets(receiver) ? OPEN : REMINDED;
    }

    private boolean forgets(String receiver) {
        return settings.get().receivers().stream()
                .anyMatch(each -> each.name().equals(receiver) && each.resent().isPresent());
    }

    /** The message of a receiver that waits longest for its next try. */
    Optional<Draft> next(String receiver, Instant now) {
        return database.query("""
                SELECT id, COALESCE(thread, id) AS thread, grp, repeated, made_at, attempts FROM message
                WHERE receiver = ? AND done_at IS NULL AND next_try_at <= ? ORDER BY next_try_at, made_at, id LIMIT 1""", MessageBook::draft, receiver, now).stream().findFirst();
    }

    /**
     * The events of a message in their order; of a repetition the last word on everything that is still open, which stands
     * in every message to a receiver that forgets what is not sent again.
     */
    List<Line> lines(String receiver, Draft draft) {
        List<Line> lines = new ArrayList<>();
        if (!draft.repeated()) {
            lines.addAll(database.query(
                    "SELECT " + LINE + " FROM delivery d WHERE d.message = ? ORDER BY d.seq",
                    MessageBook::line,
                    draft.id()));
        }
        if (draft.repeated() || forgets(receiver)) {
            lines.addAll(open(receiver, draft));
        }
        return lines;
    }

    private List<Line> open(String receiver, Draft draft) {
        return database.query(
                "SELECT " + LINE
                        + " FROM alert a JOIN delivery d ON d.receiver = a.receiver AND d.event = a.event"
                        + " WHERE a.grp = ? AND " + reminded(receiver)
                        + " AND a.incident NOT IN (SELECT incident FROM delivery WHERE message = ?)"
                        + " ORDER BY d.seq",
                MessageBook::line,
                draft.group(),
                draft.id());
    }

    /** How many other incidents of the group are open. */
    int alsoOpen(Draft draft) {
        if (draft.repeated()) {
            return 0;
        }
        return Math.toIntExact(database.query("""
                SELECT count(*) AS n FROM alert a WHERE a.grp = ? AND a.open AND a.told
                AND a.incident NOT IN (SELECT incident FROM delivery WHERE message = ?)""", row -> row.number("n"), draft.group(), draft.id())
                .getFirst());
    }

    void retry(Draft draft, Instant at) {
        database.transact(tx ->
                tx.execute("UPDATE message SET attempts = attempts + 1, next_try_at = ? WHERE id = ?", at, draft.id()));
    }

    /**
     * The receiver does not take the message: what is still so, and the end of what it has taken, is told in another, for a
     * day; then the reminders are left.
     */
    void giveUp(Draft draft, String outcome, Instant now) {
        database.transact(tx -> {
            conclude(tx, draft, outcome, now);
            tx.execute("""
                    UPDATE alert SET told_at = NULL, told = EXISTS (SELECT 1 FROM delivery d WHERE d.receiver = alert.receiver
                        AND d.incident = alert.incident AND d.state = ?)
                    WHERE grp = ? AND incident IN (SELECT incident FROM delivery WHERE message = ?)""", new Outcome.Delivered().label(), draft.group(), draft.id());
            tx.execute("""
                    UPDATE delivery SET state = 'waiting', message = NULL WHERE message = ? AND at > ? AND EXISTS (SELECT 1 FROM alert a
                        WHERE a.receiver = delivery.receiver AND a.incident = delivery.incident AND (a.open OR a.told))""", draft.id(), now.minus(KEEP_TRYING));
            tx.execute("UPDATE delivery SET state = ? WHERE message = ?", outcome, draft.id());
            tx.execute("""
                    DELETE FROM alert WHERE grp = ? AND open = FALSE
                    AND incident IN (SELECT incident FROM delivery WHERE message = ?)
                    AND NOT EXISTS (SELECT 1 FROM delivery w WHERE w.incident = alert.incident
                        AND w.receiver = alert.receiver AND w.state = 'waiting')""", draft.group(), draft.id());
            tx.execute(
                    "UPDATE alert SET told = TRUE, told_at = ? WHERE grp = ?"
                            + " AND incident IN (SELECT incident FROM delivery WHERE message = ?)",
                    now,
                    draft.group(),
                    draft.id());
            tx.execute("""
                    UPDATE alert_group SET due_at = ? WHERE id = ?
                    AND EXISTS (SELECT 1 FROM delivery WHERE grp = alert_group.id AND state = 'waiting')""", now.plus(AGAIN), draft.group());
            dropEmpty(tx, draft.group());
        });
    }

    private static void conclude(Tx tx, Draft draft, String outcome, Instant now) {
        tx.execute("UPDATE alert_group SET receiver = receiver WHERE id = ?", draft.group());
        tx.execute(
                "UPDATE message SET attempts = attempts + 1, done_at = ?, outcome = ? WHERE id = ?",
                now,
                outcome,
                draft.id());
    }

    /** The message is over; what it told as ended is forgotten. */
    void settle(Draft draft, String outcome, Instant now) {
        database.transact(tx -> {
            conclude(tx, draft, outcome, now);
            tx.execute("UPDATE delivery SET state = ? WHERE message = ?", outcome, draft.id());
            tx.execute("""
                    DELETE FROM alert WHERE grp = ? AND open = FALSE
                    AND event IN (SELECT event FROM delivery WHERE message = ?)""", draft.group(), draft.id());
            dropEmpty(tx, draft.group());
        });
    }

    /** A group in which nothing is open any more begins anew. */
    static void dropEmpty(Tx tx, String group) {
        tx.execute("""
                DELETE FROM alert_group WHERE id = ?
                AND NOT EXISTS (SELECT 1 FROM alert WHERE grp = alert_group.id)
                AND NOT EXISTS (SELECT 1 FROM message WHERE grp = alert_group.id AND done_at IS NULL)""", group);
    }

    /** When a receiver has something to be sent next. */
    Optional<Instant> nextAt(String receiver) {
        return database.query("""
                SELECT min(t) AS t FROM (
                    SELECT min(next_try_at) AS t FROM message WHERE receiver = ? AND done_at IS NULL
                    UNION ALL
                    SELECT min(CASE WHEN quiet_until > t THEN quiet_until ELSE t END) FROM (
                        SELECT g.id, g.quiet_until, g.due_at AS t FROM alert_group g WHERE g.receiver = ?
                        UNION ALL
                        SELECT g.id, g.quiet_until, COALESCE(a.told_at, g.sent_at) + g.repeat_interval
                        FROM alert_group g JOIN alert a ON a.grp = g.id AND a.open AND a.told WHERE g.receiver = ?
                    ) AS due WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.grp = due.id AND m.done_at IS NULL)
                ) AS times""", row -> row.optionalTime("t"), receiver, receiver, receiver)
                .getFirst();
    }

    /** Events that a receiver has not taken yet. */
    long pending(String receiver) {
        return database.query(
                        "SELECT count(*) AS n FROM delivery WHERE receiver = ? AND state IN ('waiting', 'sending')",
                        row -> row.number("n"),
                        receiver)
                .getFirst();
    }

    /** Since when the receiver has not taken what is under way; what waits for its time, or is kept quiet, is not. */
    Optional<Instant> oldest(String receiver) {
        return database.query(
                        "SELECT min(made_at) AS t FROM message WHERE receiver = ? AND done_at IS NULL",
                        row -> row.optionalTime("t"),
                        receiver)
                .getFirst();
    }

    /** Receivers that are owed something or know of something open. */
    List<String> receivers() {
        return database.query(
                "SELECT DISTINCT receiver FROM alert_group ORDER BY receiver", row -> row.text("receiver"));
    }

    /** A receiver that is no more is owed nothing. */
    void drop(String receiver, Instant now) {
        database.transact(tx -> {
            tx.execute(
                    "UPDATE message SET done_at = ?, outcome = 'dropped' WHERE receiver = ? AND done_at IS NULL",
                    now,
                    receiver);
            tx.execute(
                    "UPDATE delivery SET state = 'dropped' WHERE receiver = ? AND state IN ('waiting', 'sending')",
                    receiver);
            tx.execute("DELETE FROM alert WHERE receiver = ?", receiver);
            tx.execute("DELETE FROM alert_group WHERE receiver = ?", receiver);
        });
    }

    /** Forgets what was sent long ago and is not open any more. */
    void forget(Instant now, Duration keep) {
        database.transact(tx -> {
            tx.execute("""
                    DELETE FROM delivery WHERE at < ? AND state NOT IN ('waiting', 'sending')
                    AND NOT EXISTS (SELECT 1 FROM alert a
                        WHERE a.receiver = delivery.receiver AND a.incident = delivery.incident)""", now.minus(keep));
            tx.execute("DELETE FROM message WHERE done_at < ?", now.minus(keep));
        });
    }

    private static Draft draft(Row row) {
        return new Draft(
                row.text("id"),
                row.text("thread"),
                row.text("grp"),
                row.flag("repeated"),
                row.time("made_at"),
                Math.toIntExact(row.number("attempts")));
    }

    private static Line line(Row row) {
        return new Line(row.text("incident"), row.flag("opening"), OutboxEntry.of(row));
    }
}
