package offlist.alert;

import java.time.Instant;
import java.util.List;

/**
 * What a receiver is told at once.
 *
 * @param id the same for every attempt, so that a repeat can be seen as one
 * @param thread the id of the first message of the same group: what began there goes on here
 * @param repeated a reminder of what is still open; nothing is new
 * @param items the worst first, at least one
 * @param alsoOpen how many more of the same group are open and were told before
 * @param links where the pages are
 */
public record Message(
        String id,
        String thread,
        String receiver,
        AlertKind kind,
        boolean repeated,
        Instant at,
        List<Item> items,
        int alsoOpen,
        Links links) {
    public Message {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a message says something: " + id);
        }
    }

    /** The first of its thread, without pages to link to. */
    public Message(
            String id, String receiver, AlertKind kind, boolean repeated, Instant at, List<Item> items, int alsoOpen) {
        this(id, id, receiver, kind, repeated, at, items, alsoOpen, Links.NONE);
    }

    /** Whether nothing of its group was told before. */
    public boolean first() {
        return id.equals(thread);
    }

    /** Whether nothing of its group is open any more. */
    public boolean last() {
        return alsoOpen == 0 && items.stream().allMatch(item -> item.change() == Item.Change.CLOSED);
    }

    /** The thread as 32 hexadecimal digits, for headers. */
    public String threadKey() {
        return Digest.hex(thread);
    }

    /** The id as 32 hexadecimal digits, for headers. */
    public String key() {
        return Digest.hex(id);
    }
}
