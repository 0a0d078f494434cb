package offlist.pool;

import java.util.List;
import offlist.dns.Answer;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Whether a mechanism that asks DNS matches one address (RFC 7208 section 5). */
final class SpfMatching {
    private static final int ALLOWED_VOIDS = 2;
    private static final int ALLOWED_MX = 10;
    private static final int ALLOWED_PTR = 10;

    private final Lookup lookup;
    private final IpAddress address;
    private int voids;

    SpfMatching(Lookup lookup, IpAddress address) {
        this.lookup = lookup;
        this.address = address;
    }

    boolean host(DomainName name, SpfTerm.Host term) throws SpfFault {
        return near(counted(name, family()), term.prefix4(), term.prefix6());
    }

    boolean exchanges(DomainName name, SpfTerm.Mx term) throws SpfFault {
        List<DomainName> hosts = SpfHosts.names(counted(name, Type.MX));
        if (hosts.size() > ALLOWED_MX) {
            throw new SpfFault("mx:" + name + " has more than 10 hosts, so receivers answer permerror"
                    + " (RFC 7208 section 4.6.4)");
        }
        for (DomainName host : hosts) {
            if (near(records(host, family()), term.prefix4(), term.prefix6())) {
                return true;
            }
        }
        return false;
    }

    /** Section 5.7: asks for A whatever the family of the address. */
    boolean exists(DomainName name) throws SpfFault {
        return !counted(name, Type.A).isEmpty();
    }

    /** Section 5.5: a name of the address that leads back to it and is the domain or below it. */
    boolean named(DomainName domain) {
        return switch (lookup.names(address)) {
            case Lookup.Names.Unknown unknown -> false;
            case Lookup.Names.Known known ->
                known.names().stream()
                        .limit(ALLOWED_PTR)
                        .filter(name -> name.equals(domain) || name.text().endsWith("." + domain.text()))
                        .anyMatch(this::leadsBack);
        };
    }

    private boolean leadsBack(DomainName name) {
        return lookup.addresses(name) instanceof Lookup.Addresses.Known known
                && known.addresses().contains(address);
    }

    private int family() {
        return address.v6() ? Type.AAAA : Type.A;
    }

    private List<Record> counted(DomainName name, int type) throws SpfFault {
        List<Record> records = records(name, type);
        if (records.isEmpty() && ++voids > ALLOWED_VOIDS) {
            throw new SpfFault(
                    "more than 2 terms lead to no record, so receivers answer permerror (RFC 7208 section 4.6.4)");
        }
        return records;
    }

    private List<Record> records(DomainName name, int type) throws SpfFault {
        return switch (lookup.ask(name, type)) {
            case Answer.Failed failed -> throw SpfFault.passing(Lookup.complaint(name, type, failed));
            case Answer.NoSuchName none -> List.of();
            case Answer.NoData none -> List.of();
            case Answer.Records records -> records.records();
        };
    }

    private boolean near(List<Record> records, int prefix4, int prefix6) {
        return records.stream()
                .flatMap(Lookup::address)
                .anyMatch(known -> known.v6() == address.v6()
                        && IpRange.network(known, known.v6() ? prefix6 : prefix4)
                                .contains(address));
    }
}
