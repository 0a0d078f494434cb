package offlist.store;

import java.time.Instant;

/**
 * Something that happened and that others have to hear of.
 *
 * @param seq its place in the order of commits
 * @param id stable, so that a repeat can be seen as one
 * @param type as in CloudEvents: {@code offlist.listing.opened}
 * @param subject {@code address/list} where there is one, else what it is about
 * @param body JSON
 */
public record OutboxEntry(long seq, String id, String type, String subject, Instant at, String body) {
    /** Of a row with its fields by their names. */
    public static OutboxEntry of(Row row) {
        return new OutboxEntry(
                row.number("seq"),
                row.text("id"),
                row.text("type"),
                row.text("subject"),
                row.time("at"),
                row.text("body"));
    }
}
