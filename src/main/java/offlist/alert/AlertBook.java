package offlist.alert;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.store.Database;
import offlist.store.OutboxEntry;
import offlist.store.Row;
import offlist.store.Tx;

/**
 * What the consumer writes within its transaction: groups, what each receiver knows, and what it has yet to hear.
 *
 * <p>Both sides, this one and {@link MessageBook}, touch the group's row first; its lock keeps them apart.
 */
final class AlertBook {
    private static final String WAITING = "waiting";
    /** Between names; none holds it. */
    private static final String NAMES = "\n";

    private final Tx tx;

    AlertBook(Tx tx) {
        this.tx = tx;
    }

    /** Which receivers know of what is open, and in what manner they are told, by incident and receiver. */
    static Map<String, Map<String, Routed>> knowing(Database database) {
        Map<String, Map<String, Routed>> knowing = new HashMap<>();
        database.query("""
                SELECT a.incident, a.receiver, g.group_wait, g.group_interval, g.repeat_interval, g.mute_times, g.active_times
                FROM alert a JOIN alert_group g ON g.id = a.grp WHERE a.open""", row -> Map.entry(row.text("incident"), routed(row.text("receiver"), row)))
                .forEach(entry -> knowing.computeIfAbsent(entry.getKey(), incident -> new HashMap<>())
                        .put(entry.getValue().receiver(), entry.getValue()));
        return knowing;
    }

    List<String> receiversThatKnow(String incident) {
        return tx.query(
                "SELECT receiver FROM alert WHERE incident = ? ORDER BY receiver",
                row -> row.text("receiver"),
                incident);
    }

    /** A receiver hears of an incident for the first time. */
    void begin(OutboxEntry entry, Signal signal, Routed routed) {
        String group = routed.group(signal);
        keepGroup(group, routed);
        if (!deliver(entry, signal, routed.receiver(), group, true)) {
            return;
        }
        tx.execute(
                "INSERT INTO alert (receiver, incident, grp, event, open, told) VALUES (?, ?, ?, ?, TRUE, FALSE)",
                routed.receiver(),
                signal.incident(),
                group,
                entry.id());
        makeDue(group, entry);
    }

    /** A receiver hears of what others know already, or of what it knew when it was another. */
    void beginLate(OutboxEntry last, Signal signal, Routed routed) {
        tx.execute(
                "DELETE FROM delivery WHERE event = ? AND receiver = ? AND state NOT IN ('waiting', 'sending')",
                last.id(),
                routed.receiver());
        begin(last, signal, routed);
    }

    /** A receiver hears of something that is no incident: it is told once and in no group. */
    void once(OutboxEntry entry, Signal signal, Routed routed) {
        String group = routed.receiver() + " once=" + entry.id();
        keepGroup(group, routed);
        if (deliver(entry, signal, routed.receiver(), group, true)) {
            tx.execute(
                    "INSERT INTO alert (receiver, incident, grp, event, open, told) VALUES (?, ?, ?, ?, FALSE, FALSE)",
                    routed.receiver(),
                    entry.id(),
                    group,
                    entry.id());
            makeDue(group, entry);
        }
    }

    /** A receiver that knows of the incident hears how it goes on; false when it does not know of it any more. */
    boolean goOn(OutboxEntry entry, Signal signal, String receiver) {
        Optional<Known> found = locked(signal, receiver);
        found.ifPresent(known -> goOn(entry, signal, known));
        return found.isPresent();
    }

    private void goOn(OutboxEntry entry, Signal signal, Known before) {
        String receiver = before.routed().receiver();
        Known known = before;
        if (signal.closing() && signal.story().isPresent() && known.told() && heard(known.group())) {
            known = gather(signal, known);
        }
        if (!deliver(entry, signal, receiver, known.group(), false)) {
            return;
        }
        if (signal.closing() && !known.told() && (known.muted() || endsInTime(entry, known.group()))) {
            withdraw(receiver, signal.incident(), known.group());
            return;
        }
        tx.execute(
                "UPDATE alert SET event = ?, open = ? WHERE receiver = ? AND incident = ?",
                entry.id(),
                !signal.closing(),
                receiver,
                signal.incident());
        makeDue(known.group(), entry);
        if (signal.closing()) {
            hastenAllClear(known.group(), entry);
        }
    }

    /** While a message of a group is under way what it began cannot end in another. */
    private boolean heard(String group) {
        return tx.first("SELECT id FROM message WHERE grp = ? AND done_at IS NULL", row -> true, group)
                .isEmpty();
    }

    /** What it knows, as it stands when nobody else can change it: another may have settled the last of it meanwhile. */
    private Optional<Known> locked(Signal signal, String receiver) {
        known(signal, receiver)
                .ifPresent(
                        known -> tx.execute("UPDATE alert_group SET receiver = receiver WHERE id = ?", known.group()));
        return known(signal, receiver);
    }

    private Optional<Known> known(Signal signal, String receiver) {
        return tx.first(
                """
                SELECT a.grp, a.told, a.muted, g.group_wait, g.group_interval, g.repeat_interval, g.mute_times, g.active_times
                FROM alert a JOIN alert_group g ON g.id = a.grp WHERE a.receiver = ? AND a.incident = ?""",
                row -> new Known(
                        row.text("grp"),
                        row.flag("told"),
                        row.optionalText("muted").isPresent(),
                        routed(receiver, row)),
                receiver,
                signal.incident());
    }

    private static Routed routed(String receiver, Row row) {
        return new Routed(
                receiver,
                List.of(),
                row.duration("group_wait"),
                row.duration("group_interval"),
                row.duration("repeat_interval"),
                names(row.optionalText("mute_times")),
                names(row.optionalText("active_times")));
    }

    /** What a receiver knows of is told in another manner from now on, unless it is being told of it right now. */
    void move(Signal signal, Routed routed) {
        locked(signal, routed.receiver())
                .filter(known -> !known.routed().alike(routed) && heard(known.group()))
                .ifPresent(known -> {
                    String group = routed.group(signal);
                    keepGroup(group, routed);
                    tx.execute("""
                            UPDATE alert_group SET sent_at = (SELECT sent_at FROM alert_group o WHERE o.id = ?)
                            WHERE id = ? AND sent_at IS NULL""", known.group(), group);
                    change(signal, known, group);
                    tx.execute("""
                            UPDATE alert_group SET due_at = (SELECT min(at) FROM delivery
                                WHERE grp = alert_group.id AND state = 'waiting') WHERE id = ? AND due_at IS NULL""", group);
                });
    }

    /** To another group with all that waits. */
    private void change(Signal signal, Known known, String group) {
        String receiver = known.routed().receiver();
        tx.execute("UPDATE alert SET grp = ? WHERE receiver = ? AND incident = ?", group, receiver, signal.incident());
        tx.execute(
                "UPDATE delivery SET grp = ? WHERE receiver = ? AND incident = ? AND state = ?",
                group,
                receiver,
                signal.incident(),
                WAITING);
        leave(known.group());
    }

    /**
     * What ends together is told together, wherever it was told that it began. It waits for the others as long as a
     * second message would: a group whose all has ended is gone, and each that ends later would be told alone.
     */
    private Known gather(Signal signal, Known known) {
        String story = known.routed().group(signal.story().orElseThrow());
        if (story.equals(known.group())) {
            return known;
        }
        tx.execute("""
                INSERT INTO alert_group
                    (id, receiver, group_wait, group_interval, repeat_interval, mute_times, active_times)
                SELECT CAST(? AS TEXT), receiver, group_interval, group_interval, repeat_interval, mute_times, active_times
                FROM alert_group WHERE id = ?
                ON CONFLICT (id) DO NOTHING""", story, known.group());
        tx.execute("UPDATE alert_group SET receiver = receiver WHERE id = ?", story);
        change(signal, known, story);
        return new Known(story, true, false, known.routed());
    }

    /** A group that lost what waited in it is not due, and one that lost all is over. */
    private void leave(String group) {
        tx.execute("""
                UPDATE alert_group SET due_at = NULL WHERE id = ?
                AND NOT EXISTS (SELECT 1 FROM delivery WHERE grp = alert_group.id AND state = ?)""", group, WAITING);
        MessageBook.dropEmpty(tx, group);
    }

    /** Good news that ends a group is no flood: it waits for the group's wait and not for its interval. */
    private void hastenAllClear(String group, OutboxEntry entry) {
        tx.execute("""
                UPDATE alert_group SET due_at = ? + group_wait WHERE id = ? AND due_at > ? + group_wait
                AND NOT EXISTS (SELECT 1 FROM alert WHERE grp = alert_group.id AND open)""", entry.at(), group, entry.at());
    }

    private void keepGroup(String group, Routed routed) {
        tx.execute(
                """
                INSERT INTO alert_group
                    (id, receiver, group_wait, group_interval, repeat_interval, mute_times, active_times)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET group_wait = excluded.group_wait,
                    group_interval = excluded.group_interval, repeat_interval = excluded.repeat_interval,
                    mute_times = excluded.mute_times, active_times = excluded.active_times""",
                group,
                routed.receiver(),
                routed.groupWait(),
                routed.groupInterval(),
                routed.repeatInterval(),
                String.join(NAMES, routed.muteTimes()),
                String.join(NAMES, routed.activeTimes()));
    }

    /** Names as the store keeps them. */
    static List<String> names(Optional<String> joined) {
        return joined.stream()
                .flatMap(text -> Arrays.stream(text.split(NAMES, -1)))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private boolean deliver(OutboxEntry entry, Signal signal, String receiver, String group, boolean opening) {
        return tx.execute(
                        """
                INSERT INTO delivery (event, receiver, incident, grp, seq, type, subject, at, body, opening, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (event, receiver) DO NOTHING""",
                        entry.id(),
                        receiver,
                        signal.incident(),
                        group,
                        entry.seq(),
                        entry.type(),
                        entry.subject(),
                        entry.at(),
                        entry.body(),
                        opening,
                        WAITING)
                == 1;
    }

    /** The first event of a message sets its time; a group that had one lately waits for its interval. */
    private void makeDue(String group, OutboxEntry entry) {
        tx.execute("""
                UPDATE alert_group SET due_at = CASE
                    WHEN sent_at IS NULL OR sent_at + group_interval < ? + group_wait THEN ? + group_wait
                    ELSE sent_at + group_interval END
                WHERE id = ? AND (due_at IS NULL OR due_at > ? + group_wait + group_interval)""", entry.at(), entry.at(), group, entry.at());
        // What is kept quiet keeps nothing else waiting.
        tx.execute(
                "UPDATE alert_group SET quiet_until = ? + group_wait WHERE id = ? AND quiet_until > ? + group_wait",
                entry.at(),
                group,
                entry.at());
    }

    private boolean endsInTime(OutboxEntry entry, String group) {
        return tx.first(
                        "SELECT id FROM alert_group WHERE id = ? AND (due_at > ? OR quiet_until > ?)",
                        row -> true,
                        group,
                        entry.at(),
                        entry.at())
                .isPresent();
    }

    private void withdraw(String receiver, String incident, String group) {
        tx.execute(
                "UPDATE delivery SET state = 'withdrawn' WHERE receiver = ? AND incident = ? AND state = ?",
                receiver,
                incident,
                WAITING);
        tx.execute("DELETE FROM alert WHERE receiver = ? AND incident = ?", receiver, incident);
        leave(group);
    }

    /** @param routed how its group is told */
    private record Known(String group, boolean told, boolean muted, Routed routed) {}
}
