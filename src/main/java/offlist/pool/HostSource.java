package offlist.pool;

import java.util.List;

/** The A and AAAA records of a host name. */
final class HostSource implements PoolSource {
    private final PoolName pool;
    private final DomainName host;
    private final Lookup lookup;

    HostSource(PoolName pool, DomainName host, Lookup lookup) {
        this.pool = pool;
        this.host = host;
        this.lookup = lookup;
    }

    @Override
    public String id() {
        return PoolSource.id(pool, SourceKind.HOSTS, host.text());
    }

    @Override
    public PoolName pool() {
        return pool;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.HOSTS;
    }

    @Override
    public Yield read() {
        return switch (lookup.addresses(host)) {
            case Lookup.Addresses.Unknown unknown -> new Yield.Failed(unknown.message());
            case Lookup.Addresses.Known known -> members(known);
        };
    }

    private Yield members(Lookup.Addresses.Known known) {
        RangeSet addresses =
                RangeSet.of(known.addresses().stream().map(IpRange::of).toList());
        List<String> notes = !known.exists()
                ? List.of(host + " does not exist")
                : addresses.isEmpty() ? List.of(host + " has no address") : List.of();
        return new Yield.Members(addresses, List.of(), notes);
    }
}
