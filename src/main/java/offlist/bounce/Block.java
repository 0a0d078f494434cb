package offlist.bounce;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import offlist.catalogue.ListId;
import offlist.pool.IpAddress;
import offlist.pool.PoolName;

/**
 * A receiver or a vendor that refuses an address of ours by a judgement of its own, which no DNS shows.
 *
 * @param receiver the catalogue's private list, else the operator, else the domain of the recipients
 * @param code the receiver's own, such as S3150
 * @param reply its last words; from outside, to be escaped wherever they go
 * @param lastAt when somebody was refused for the last time
 */
public record Block(
        String id,
        IpAddress address,
        ListId receiver,
        SortedSet<PoolName> pools,
        Optional<String> code,
        String reply,
        Instant openedAt,
        Instant lastAt,
        Optional<Instant> closedAt,
        Optional<Ending> ending) {

    /** Why it is over. */
    public enum Ending {
        /** A message was taken. */
        DELIVERED,
        /** Nobody was refused for a while. */
        QUIET;

        /** The word for it in the API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What an incident and a task are found by. */
    public String about() {
        return address.text() + "/" + receiver;
    }
}
