package offlist.smtp;

import java.util.List;
import java.util.Optional;
import offlist.pool.IpAddress;

/**
 * A host that takes mail for a domain.
 *
 * @param name as DNS gives it; from outside
 * @param addresses none when there is a fault
 * @param fault why it cannot take any, as far as DNS shows
 */
public record MailHost(String name, List<IpAddress> addresses, Optional<Fault> fault) {
    /** Copies the list. */
    public MailHost {
        addresses = List.copyOf(addresses);
    }

    /**
     * What is wrong.
     *
     * @param certain false when DNS had no usable answer
     */
    public record Fault(boolean certain, String words) {}

    /** One with addresses. */
    static MailHost at(String name, List<IpAddress> addresses) {
        return new MailHost(name, addresses, Optional.empty());
    }

    /** One that DNS says has none. */
    static MailHost without(String name, String words) {
        return new MailHost(name, List.of(), Optional.of(new Fault(true, words)));
    }

    /** One that nobody knows of now. */
    static MailHost unknown(String name, String words) {
        return new MailHost(name, List.of(), Optional.of(new Fault(false, words)));
    }
}
