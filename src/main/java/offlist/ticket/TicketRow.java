package offlist.ticket;

import java.time.Instant;
import java.util.Optional;
import offlist.store.Row;

/**
 * One task in one system, as the store holds it.
 *
 * @param data the newest event of the task
 * @param wanted its place in the outbox
 * @param done the event that the ticket shows
 * @param sent the event that a creation was sent with whose outcome is not known; 0 for none
 * @param acting the event that the change under way tells
 */
record TicketRow(
        String system,
        String task,
        String data,
        boolean open,
        long wanted,
        Instant wantedAt,
        long done,
        String told,
        boolean toldOpen,
        long sent,
        Optional<Instant> sentAt,
        Optional<String> external,
        Optional<String> link,
        String act,
        long acting,
        int step,
        int attempts,
        String theirs) {
    static TicketRow of(Row row) {
        return new TicketRow(
                row.text("system"),
                row.text("task"),
                row.text("data"),
                row.flag("open"),
                row.number("wanted"),
                row.time("wanted_at"),
                row.number("done"),
                row.text("told"),
                row.flag("told_open"),
                row.number("sent"),
                row.optionalTime("sent_at"),
                row.optionalText("external"),
                row.optionalText("link"),
                row.text("act"),
                row.number("acting"),
                Math.toIntExact(row.number("step")),
                Math.toIntExact(row.number("attempts")),
                row.text("theirs"));
    }
}
