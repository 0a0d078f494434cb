package offlist.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.store.Database;
import offlist.store.Tx;

/**
 * What the tickets are to show and what they show. The consumer writes what is wanted, the lane what is done, and neither
 * touches the other's columns, so nothing that happens meanwhile is lost.
 */
final class TicketBook {
    private final Database database;

    TicketBook(Database database) {
        this.database = database;
    }

    /** Notes when a system was configured first. */
    void know(List<TicketSystem> systems, Instant now) {
        List<String> known = database.query("SELECT name FROM ticket_system", row -> row.text("name"));
        for (TicketSystem system : systems) {
            if (!known.contains(system.name())) {
                database.transact(tx -> tx.execute(
                        "INSERT INTO ticket_system (name, since) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                        system.name(),
                        now));
            }
        }
    }

    static Optional<Instant> since(Tx tx, String system) {
        return tx.first("SELECT since FROM ticket_system WHERE name = ?", row -> row.time("since"), system);
    }

    static void open(Tx tx, String system, TaskNews news, long seq, Instant at) {
        tx.execute("""
                INSERT INTO ticket (system, task, data, open, wanted, wanted_at, done, told, told_open, act, acting,
                    step, attempts, next_try_at, trouble, given_up, theirs)
                VALUES (?, ?, ?, ?, ?, ?, 0, '', FALSE, '', 0, 0, 0, ?, '', FALSE, '')
                ON CONFLICT (system, task) DO NOTHING""", system, news.id(), news.data().toString(), news.open(), seq, at, at);
    }

    /** What was given up is worth another attempt when there is something new to say. */
    static void want(Tx tx, TaskNews news, long seq, Instant at) {
        tx.execute("""
                UPDATE ticket SET data = ?, open = ?, wanted = ?, wanted_at = ?,
                    attempts = CASE WHEN given_up THEN 0 ELSE attempts END, given_up = FALSE
                WHERE task = ? AND wanted < ?""", news.data().toString(), news.open(), seq, at, news.id(), seq);
    }

    Optional<TicketRow> next(String system, Instant now) {
        return database.query("""
                        SELECT * FROM ticket WHERE system = ? AND done < wanted AND given_up = FALSE AND next_try_at <= ?
                        ORDER BY next_try_at, wanted LIMIT 1""", TicketRow::of, system, now).stream().findFirst();
    }

    Optional<TicketRow> byExternal(String system, String external) {
        return database
                .query("SELECT * FROM ticket WHERE system = ? AND external = ?", TicketRow::of, system, external)
                .stream()
                .findFirst();
    }

    /** From now on nobody knows whether there is a ticket; it can be looked for after a while. */
    void sending(TicketRow row, Instant now, Duration settle) {
        set(row, "sent = ?, sent_at = ?, next_try_at = ?", row.wanted(), now, now.plus(settle));
    }

    /** There is no ticket. */
    void unsent(TicketRow row, Instant next) {
        set(row, "sent = NULL, sent_at = NULL, next_try_at = ?", next);
    }

    /** There is a ticket, and it shows this event. */
    void made(TicketRow row, String external, Optional<String> link, long version, String told, Instant now) {
        set(
                row,
                "external = ?, link = ?, done = ?, told = ?, told_open = TRUE, sent = NULL, sent_at = NULL,"
                        + " act = '', acting = 0, step = 0, attempts = 0, trouble = '', next_try_at = ?",
                external,
                link,
                version,
                told,
                now);
    }

    /** The ticket is not there any more; maybe it is elsewhere. */
    void lost(TicketRow row, Instant now, Instant next) {
        set(
                row,
                "external = NULL, link = NULL, sent = ?, sent_at = ?, act = '', acting = 0, step = 0,"
                        + " next_try_at = ?",
                row.done(),
                now,
                next);
    }

    void stepped(TicketRow row, String act, long acting, int step) {
        set(row, "act = ?, acting = ?, step = ?, attempts = 0, trouble = ''", act, acting, step);
    }

    void done(TicketRow row, long version, String told, boolean open) {
        set(
                row,
                "done = ?, told = ?, told_open = ?, act = '', acting = 0, step = 0, attempts = 0, trouble = ''",
                version,
                told,
                open);
    }

    void later(TicketRow row, Instant next) {
        set(row, "next_try_at = ?", next);
    }

    void failed(TicketRow row, String trouble, Instant next) {
        set(row, "attempts = attempts + 1, trouble = ?, next_try_at = ?", trouble, next);
    }

    /** Unless there is something new to say. */
    void giveUp(TicketRow row, String trouble) {
        database.transact(tx -> tx.execute(
                "UPDATE ticket SET given_up = TRUE, trouble = ? WHERE system = ? AND task = ? AND wanted = ?",
                trouble,
                row.system(),
                row.task(),
                row.wanted()));
    }

    static void theirs(Tx tx, TicketRow row, String theirs) {
        tx.execute("UPDATE ticket SET theirs = ? WHERE system = ? AND task = ?", theirs, row.system(), row.task());
    }

    /** How many tickets of a system do not show yet what they should. */
    long pending(String system) {
        return database.query(
                        "SELECT count(*) AS n FROM ticket WHERE system = ? AND done < wanted AND given_up = FALSE",
                        row -> row.number("n"),
                        system)
                .getFirst();
    }

    /** Forgets tickets of tasks that were closed long ago. */
    void forget(Instant before) {
        database.transact(tx -> tx.execute(
                "DELETE FROM ticket WHERE open = FALSE AND wanted_at < ? AND (done = wanted OR given_up = TRUE)",
                before));
    }

    private void set(TicketRow row, String assignments, Object... values) {
        Object[] all = java.util.Arrays.copyOf(values, values.length + 2);
        all[values.length] = row.system();
        all[values.length + 1] = row.task();
        database.transact(tx -> tx.execute("UPDATE ticket SET " + assignments + " WHERE system = ? AND task = ?", all));
    }
}
