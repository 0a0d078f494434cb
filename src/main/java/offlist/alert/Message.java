package offlist.alert;

import java.time.Instant;
import java.util.List;

/**
 * What a receiver is told at once.
 *
 * @param id the same for every attempt, so that a repeat can be seen as one
 * @param repeated a reminder of what is still open; nothing is new
 * @param items the worst first, at least one
 * @param alsoOpen how many more of the same group are open and were told before
 */
public record Message(
        String id, String receiver, AlertKind kind, boolean repeated, Instant at, List<Item> items, int alsoOpen) {
    public Message {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a message says something: " + id);
        }
    }

    /** The id as 32 hexadecimal digits, for headers. */
    public String key() {
        return Digest.hex(id);
    }
}
