package offlist.alert;

import java.time.Instant;
import java.util.Optional;
import offlist.store.Database;
import offlist.store.OutboxEntry;
import offlist.store.Row;
import offlist.store.Tx;
import offlist.track.EventJson;
import org.jboss.logging.Logger;

/**
 * Puts right, before anything is told, what an older program or a clock that was wrong left in the store: alerts whose
 * incident nobody wrote down, incidents without a name for what they are about, and times that are too far ahead to be true.
 */
public final class AlertRepair {
    private static final Logger LOG = Logger.getLogger(AlertRepair.class);

    private static final String LISTING = AlertKind.LISTING.label();

    private record Named(String id, AlertLabels labels) {}

    private AlertRepair() {}

    public static void run(Database database, Instant now) {
        database.transact(tx -> {
            times(tx, now);
            incidents(tx);
            names(tx);
        });
    }

    /** What would be waited for until the clock is there again is due soon instead. */
    private static void times(Tx tx, Instant now) {
        int changed = tx.execute("UPDATE alert_group SET sent_at = ? WHERE sent_at > ?", now, now)
                + tx.execute(
                        "UPDATE alert_group SET due_at = ? + group_wait WHERE due_at > ? + group_wait + group_interval",
                        now,
                        now.plus(MessageBook.AGAIN))
                + tx.execute(
                        "UPDATE alert_group SET quiet_until = ? WHERE quiet_until > ? + group_interval",
                        now,
                        now.plus(MessageBook.QUIET_LOOK))
                + tx.execute("UPDATE alert SET told_at = ? WHERE told_at > ?", now, now)
                + tx.execute("UPDATE message SET made_at = ? WHERE done_at IS NULL AND made_at > ?", now, now)
                + tx.execute(
                        "UPDATE message SET next_try_at = ? WHERE done_at IS NULL AND next_try_at > ?",
                        now,
                        now.plus(Backoff.LONGEST_ASKED))
                + tx.execute("UPDATE digest SET told_at = ? WHERE told_at > ?", now, now);
        if (changed > 0) {
            LOG.warnf("times of alerts were ahead of the clock and are put right: times=%d", changed);
        }
    }

    /** The table of incidents is younger than that of alerts, and their last word younger still. */
    private static void incidents(Tx tx) {
        tx.query(
                        "SELECT DISTINCT a.incident FROM alert a WHERE a.open"
                                + " AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.id = a.incident AND i.event IS NOT NULL)",
                        row -> row.text("incident"))
                .forEach(incident -> last(tx, incident).ifPresent(entry -> keep(tx, incident, entry)));
    }

    private static Optional<OutboxEntry> last(Tx tx, String incident) {
        return tx.first(
                "SELECT seq, event AS id, type, subject, at, body FROM delivery WHERE incident = ? ORDER BY seq DESC LIMIT 1",
                OutboxEntry::of,
                incident);
    }

    private static void keep(Tx tx, String incident, OutboxEntry last) {
        try {
            EventJson.decode(last)
                    .flatMap(Signal::of)
                    .filter(signal -> !signal.closing())
                    .ifPresent(signal ->
                            Incidents.keep(tx, signal, last, begun(tx, incident).orElse(last.at())));
        } catch (IllegalArgumentException unreadable) {
            LOG.warnf("an open alert cannot be read, so it cannot be silenced: incident=%s", incident);
        }
    }

    /** An incident that no label names could only be silenced with all of its kind. */
    private static void names(Tx tx) {
        tx
                .query(
                        "SELECT id, labels FROM incident WHERE address IS NULL AND kind <> ?",
                        AlertRepair::named,
                        LISTING)
                .stream()
                .filter(named -> named.labels().of(AlertLabels.ABOUT).isEmpty())
                .forEach(named -> tx.execute(
                        "UPDATE incident SET labels = ? WHERE id = ?",
                        named.labels()
                                .with(
                                        AlertLabels.ABOUT,
                                        named.id().substring(named.id().indexOf('/') + 1))
                                .json()
                                .toString(),
                        named.id()));
    }

    private static Named named(Row row) {
        return new Named(row.text("id"), AlertLabels.of(Json.tree(row.text("labels"))));
    }

    private static Optional<Instant> begun(Tx tx, String incident) {
        return tx.first(
                "SELECT at FROM delivery WHERE incident = ? AND opening ORDER BY seq DESC LIMIT 1",
                row -> row.time("at"),
                incident);
    }
}
