package offlist.triage;

import java.util.Optional;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;

/**
 * What is to be looked into. Each part can be missing, not all of them.
 *
 * @param address ours
 * @param domain the recipient's
 * @param recipient the whole mailbox, where it is known
 * @param headers of the message that came back; from outside
 */
public record Case(
        Optional<IpAddress> address,
        Optional<DomainName> domain,
        Optional<String> recipient,
        Optional<Told> told,
        String headers) {}
