package offlist.pool;

import java.util.ArrayList;
import java.util.List;
import offlist.dns.Answer;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Gathers the addresses of one SPF expansion: networks as written, hosts and mail exchangers by asking DNS. */
final class SpfHosts {
    private static final int ALLOWED_VOIDS = 2;
    private static final int ALLOWED_MX = 10;
    /** Where we stop ourselves. */
    private static final int MOST_MX = 50;

    private final Lookup lookup;
    private final PoolLimits limits;
    private final SpfNotes notes;
    private final List<IpRange> ranges = new ArrayList<>();
    private int voids;

    SpfHosts(Lookup lookup, PoolLimits limits, SpfNotes notes) {
        this.lookup = lookup;
        this.limits = limits;
        this.notes = notes;
    }

    RangeSet found() {
        return RangeSet.of(ranges);
    }

    void add(IpRange range) {
        limits.refuses(range).ifPresentOrElse(why -> notes.add("left out: " + why), () -> ranges.add(range));
    }

    void host(DomainName name, SpfTerm.Host term) throws SpfFault {
        if (!addresses(name, term.prefix4(), term.prefix6())) {
            noteVoid("a:" + name);
        }
    }

    void exchanges(DomainName name, SpfTerm.Mx term) throws SpfFault {
        switch (lookup.ask(name, Type.MX)) {
            case Answer.Failed failed -> throw SpfFault.passing(Lookup.complaint(name, Type.MX, failed));
            case Answer.NoSuchName none -> noteVoid("mx:" + name);
            case Answer.NoData none -> noteVoid("mx:" + name);
            case Answer.Records records -> exchanges(name, term, names(records.records()));
        }
    }

    private void exchanges(DomainName name, SpfTerm.Mx term, List<DomainName> hosts) throws SpfFault {
        if (hosts.size() > ALLOWED_MX) {
            notes.add("mx:" + name + " has more than 10 hosts, so receivers answer permerror"
                    + " (RFC 7208 section 4.6.4)");
        }
        if (hosts.size() > MOST_MX) {
            throw new SpfFault("mx:" + name + " has more than " + MOST_MX + " hosts");
        }
        for (DomainName host : hosts) {
            addresses(host, term.prefix4(), term.prefix6());
        }
    }

    static List<DomainName> names(List<Record> records) {
        return records.stream()
                .filter(MXRecord.class::isInstance)
                .flatMap(mx -> DomainName.tryParse(((MXRecord) mx).getTarget().toString(true)).stream())
                .distinct()
                .toList();
    }

    /** Takes the networks around a host's addresses; says whether it has any. */
    private boolean addresses(DomainName host, int prefix4, int prefix6) throws SpfFault {
        return switch (lookup.addresses(host)) {
            case Lookup.Addresses.Unknown unknown -> throw SpfFault.passing(unknown.message());
            case Lookup.Addresses.Known known -> {
                for (IpAddress address : known.addresses()) {
                    add(IpRange.network(address, address.v6() ? prefix6 : prefix4));
                }
                yield !known.addresses().isEmpty();
            }
        };
    }

    private void noteVoid(String term) {
        notes.add("`" + term + "` leads to no record");
        if (++voids > ALLOWED_VOIDS) {
            notes.add("more than 2 terms lead to no record, so receivers answer permerror (RFC 7208 section 4.6.4)");
        }
    }
}
