package offlist.reply;

import offlist.pool.IpAddress;

/**
 * An address in a reply that can be ours.
 *
 * @param place where it stands; the best place first is the order in which to believe it
 */
public record FoundAddress(IpAddress address, Place place) {

    /** Where in the reply. */
    public enum Place {
        /** Where the rule that decided expects the refused address. */
        RULE,
        /** Anywhere else in the words. */
        TEXT,
        /** In a link. */
        URL
    }
}
