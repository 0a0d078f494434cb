package offlist.triage;

import java.util.Optional;
import offlist.pool.IpAddress;

/**
 * What somebody asks, as far as it is given.
 *
 * @param recipient a mailbox or a domain
 * @param bounce a message that came back, or the words of a server
 * @param refusal the id of one that is kept
 */
public record Asked(
        Optional<IpAddress> address, Optional<String> recipient, Optional<String> bounce, Optional<String> refusal) {}
