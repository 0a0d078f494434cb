package offlist.pool;

import java.util.List;

/** Addresses or domains that stand in the operator's file or on the command line. */
final class InlineSource implements PoolSource {
    private final PoolName pool;
    private final SourceKind kind;
    private final Yield.Members members;

    private InlineSource(PoolName pool, SourceKind kind, Yield.Members members) {
        this.pool = pool;
        this.kind = kind;
        this.members = members;
    }

    static InlineSource addresses(PoolName pool, List<IpRange> ranges) {
        return new InlineSource(pool, SourceKind.ADDRESSES, Yield.Members.of(RangeSet.of(ranges)));
    }

    static InlineSource domains(PoolName pool, SourceKind kind, List<DomainName> domains) {
        return new InlineSource(pool, kind, new Yield.Members(RangeSet.EMPTY, domains, List.of()));
    }

    @Override
    public String id() {
        return PoolSource.id(pool, kind, "");
    }

    @Override
    public PoolName pool() {
        return pool;
    }

    @Override
    public SourceKind kind() {
        return kind;
    }

    @Override
    public Yield read() {
        return members;
    }
}
