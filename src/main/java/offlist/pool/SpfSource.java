package offlist.pool;

import java.util.List;

/** The addresses that a domain's SPF record lets send (RFC 7208). */
final class SpfSource implements PoolSource {
    private final PoolName pool;
    private final DomainName domain;
    private final Lookup lookup;
    private final PoolLimits limits;

    SpfSource(PoolName pool, DomainName domain, Lookup lookup, PoolLimits limits) {
        this.pool = pool;
        this.domain = domain;
        this.lookup = lookup;
        this.limits = limits;
    }

    @Override
    public String id() {
        return PoolSource.id(pool, SourceKind.SPF, domain.text());
    }

    @Override
    public PoolName pool() {
        return pool;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.SPF;
    }

    @Override
    public Yield read() {
        SpfNotes notes = new SpfNotes();
        SpfWalk walk = new SpfWalk(lookup, limits, notes);
        try {
            if (!walk.expand(domain)) {
                notes.add(domain + " has no SPF record");
            }
            return new Yield.Members(walk.found(), List.of(), notes.all());
        } catch (SpfFault fault) {
            return new Yield.Failed(fault.sentence());
        }
    }
}
