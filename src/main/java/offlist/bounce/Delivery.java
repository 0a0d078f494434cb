package offlist.bounce;

import java.time.Instant;
import java.util.Locale;
import offlist.pool.IpAddress;

/**
 * A message that a recipient's server took.
 *
 * @param address ours, as the mail server wrote it down
 * @param domain the recipient's, in lower case
 */
public record Delivery(IpAddress address, String domain, Instant at) {
    /** Lowers the case of the domain. */
    public Delivery {
        domain = domain.toLowerCase(Locale.ROOT);
    }
}
