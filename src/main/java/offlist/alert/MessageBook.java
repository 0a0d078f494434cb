package offlist.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import offlist.catalogue.Catalogue;
import offlist.store.Database;
import offlist.store.OutboxEntry;
import offlist.store.Row;
import offlist.store.Tx;

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

    private record Due(String group, boolean repeated) {}

    /** How a group is told. */
    private record Manner(Duration interval, List<String> muteTimes, List<String> activeTimes) {}

    private static final String LINE = "d.incident, d.opening, d.seq, d.event, d.type, d.subject, d.at, d.body";

    /** What waits and is not kept quiet; what is over and was told before is never kept quiet. */
    private static final String SAYABLE = """
            grp = ? AND state = 'waiting' AND NOT EXISTS (SELECT 1 FROM alert a
                WHERE a.receiver = delivery.receiver AND a.incident = delivery.incident AND a.open
                AND a.muted IS NOT NULL)""";

    /** What is reminded of. */
    private static final String REMINDED = """
            a.open AND a.told AND a.muted IS NULL
            AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.id = a.incident AND i.acked_at IS NOT NULL)""";

    /** What a receiver that forgets what is not sent again has to hear: quiet or not, it is open. */
    private static final String OPEN = "a.open AND a.told";

    /** So often it is looked whether a route's quiet time is over. */
    private static final Duration QUIET_LOOK = Duration.ofMinutes(1);

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
        List<Due> due = database.query(
                """
                SELECT g.id, g.due_at FROM alert_group g WHERE g.receiver = ?
                AND (g.due_at <= ? OR (g.due_at IS NULL AND g.sent_at + g.repeat_interval <= ?
                    AND EXISTS (SELECT 1 FROM alert a WHERE a.grp = g.id AND a.open AND a.told)))
                AND (g.quiet_until IS NULL OR g.quiet_until <= ?)
                AND NOT EXISTS (SELECT 1 FROM message m WHERE m.receiver = g.receiver AND m.grp = g.id AND m.done_at IS NULL)
                ORDER BY g.due_at, g.id""", row -> new Due(row.text("id"), row.optionalTime("due_at").isEmpty()), receiver, now, now, now);
        due.forEach(each -> database.transact(tx -> make(tx, receiver, each, now)));
    }

    private void make(Tx tx, String receiver, Due due, Instant now) {
        String group = due.group();
        tx.execute("UPDATE alert_group SET receiver = receiver WHERE id = ?", group);
        Manner manner = manner(tx, group);
        if (settings.get().quietAt(manner.muteTimes(), manner.activeTimes(), now)) {
            keepQuiet(tx, group, now.plus(QUIET_LOOK));
            return;
        }
        mute(tx, group, now);
        boolean waiting = tx.first("SELECT event FROM delivery WHERE grp = ? AND state = 'waiting'", row -> true, group)
                .isPresent();
        if (waiting == due.repeated()) {
            return; // an event came or was withdrawn meanwhile
        }
        Optional<String> first = tx.first(
                "SELECT event FROM delivery WHERE " + SAYABLE + " ORDER BY seq LIMIT 1",
                row -> row.text("event"),
                group);
        boolean sayable = due.repeated() ? reminds(tx, receiver, group) : first.isPresent();
        if (sayable) {
            make(tx, receiver, due, first.orElse(group + "@" + now.toEpochMilli()), manner, now);
        } else {
            keepQuiet(tx, group, now.plus(manner.interval()));
        }
    }

    private static void make(Tx tx, String receiver, Due due, String first, Manner manner, Instant now) {
        String group = due.group();
        String id = receiver + "/" + first;
        tx.execute(
                "UPDATE alert_group SET sent_at = ?, quiet_until = NULL, thread = COALESCE(thread, ?) WHERE id = ?",
                now,
                id,
                group);
        tx.execute("""
                INSERT INTO message (id, receiver, grp, repeated, made_at, attempts, next_try_at, thread)
                SELECT CAST(? AS TEXT), receiver, id, ?, ?, 0, ?, thread FROM alert_group WHERE id = ?""", id, due.repeated(), now, now, group);
        tx.execute("UPDATE delivery SET state = 'sending', message = ? WHERE " + SAYABLE, id, group);
        tx.execute("""
                UPDATE alert SET told = TRUE WHERE grp = ?
                AND incident IN (SELECT incident FROM delivery WHERE message = ?)""", group, id);
        // What is kept quiet is looked at again; what is not there is not due.
        tx.execute("""
                UPDATE alert_group SET due_at = CASE WHEN EXISTS (SELECT 1 FROM delivery
                    WHERE grp = alert_group.id AND state = 'waiting') THEN CAST(? AS BIGINT) END
                WHERE id = ?""", now.plus(manner.interval()), group);
    }

    private static Manner manner(Tx tx, String group) {
        return tx.query(
                        "SELECT group_interval, mute_times, active_times FROM alert_group WHERE id = ?",
                        row -> new Manner(
                                row.duration("group_interval"),
                                AlertBook.names(row.optionalText("mute_times")),
                                AlertBook.names(row.optionalText("active_times"))),
                        group)
                .getFirst();
    }

    private static void keepQuiet(Tx tx, String group, Instant until) {
        tx.execute("UPDATE alert_group SET quiet_until = ? WHERE id = ?", until, group);
    }

    /** Writes down what is kept quiet from now on, and what no longer is. */
    private void mute(Tx tx, String group, Instant now) {
        Map<String, String> muted = Mutes.of(tx, group, settings.get().inhibitRules(), catalogue.get(), now);
        tx.execute("UPDATE alert SET muted = NULL WHERE grp = ? AND muted IS NOT NULL", group);
        muted.forEach((incident, why) ->
                tx.execute("UPDATE alert SET muted = ? WHERE grp = ? AND incident = ?", why, group, incident));
    }

    private boolean reminds(Tx tx, String receiver, String group) {
        return tx.first("SELECT a.incident FROM alert a WHERE a.grp = ? AND " + reminded(receiver), row -> true, group)
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
                        + " AND NOT EXISTS (SELECT 1 FROM delivery m WHERE m.message = ? AND m.incident = a.incident)"
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
                AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.message = ? AND d.incident = a.incident)""", row -> row.number("n"), draft.group(), draft.id())
                .getFirst());
    }

    void retry(Draft draft, Instant at) {
        database.transact(tx ->
                tx.execute("UPDATE message SET attempts = attempts + 1, next_try_at = ? WHERE id = ?", at, draft.id()));
    }

    /** The message is over; what it told as ended is forgotten. */
    void settle(Draft draft, String outcome, Instant now) {
        database.transact(tx -> {
            tx.execute("UPDATE alert_group SET receiver = receiver WHERE id = ?", draft.group());
            tx.execute(
                    "UPDATE message SET attempts = attempts + 1, done_at = ?, outcome = ? WHERE id = ?",
                    now,
                    outcome,
                    draft.id());
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
                    SELECT min(CASE WHEN quiet_until > COALESCE(due_at, sent_at + repeat_interval) THEN quiet_until
                        ELSE COALESCE(due_at, sent_at + repeat_interval) END) FROM alert_group g WHERE receiver = ?
                    AND NOT EXISTS (SELECT 1 FROM message m WHERE m.receiver = g.receiver AND m.grp = g.id AND m.done_at IS NULL)
                ) AS times""", row -> row.optionalTime("t"), receiver, receiver)
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

    Optional<Instant> oldest(String receiver) {
        return database.query(
                        "SELECT min(at) AS t FROM delivery WHERE receiver = ? AND state IN ('waiting', 'sending')",
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
        return new Line(
                row.text("incident"),
                row.flag("opening"),
                new OutboxEntry(
                        row.number("seq"),
                        row.text("event"),
                        row.text("type"),
                        row.text("subject"),
                        row.time("at"),
                        row.text("body")));
    }
}
