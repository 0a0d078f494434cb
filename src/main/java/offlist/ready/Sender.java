package offlist.ready;

import java.util.List;
import offlist.pool.DomainName;

/**
 * What the operator of an address sends with.
 *
 * @param domains the domains in the addresses of senders
 * @param helo the names that servers say HELO with
 */
public record Sender(List<DomainName> domains, List<DomainName> helo) {
    public Sender {
        domains = List.copyOf(domains);
        helo = List.copyOf(helo);
    }
}
