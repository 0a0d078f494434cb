package offlist.smtp;

import java.util.List;

/** Where mail for a domain goes, as DNS says it (RFC 5321, section 5.1). */
public sealed interface MailHosts {

    /** The hosts of its MX records, in the order in which they are tried. */
    record Exchanges(List<MailHost> hosts) implements MailHosts {
        /** Copies the list. */
        public Exchanges {
            hosts = List.copyOf(hosts);
        }
    }

    /** It has no MX record, so the host of that name takes its mail. */
    record Itself(MailHost host) implements MailHosts {}

    /** It says that it takes no mail (RFC 7505). */
    record NullMx() implements MailHosts {}

    /** There is neither MX nor address. */
    record Nowhere() implements MailHosts {}

    /** There is no such domain. */
    record NoSuchDomain() implements MailHosts {}

    /** DNS had no usable answer. */
    record Unknown(String words) implements MailHosts {}

    /** The hosts that can be tried. */
    default List<MailHost> reachable() {
        return switch (this) {
            case Exchanges exchanges ->
                exchanges.hosts().stream()
                        .filter(host -> host.fault().isEmpty())
                        .toList();
            case Itself itself -> List.of(itself.host());
            case NullMx none -> List.of();
            case Nowhere none -> List.of();
            case NoSuchDomain none -> List.of();
            case Unknown unknown -> List.of();
        };
    }
}
