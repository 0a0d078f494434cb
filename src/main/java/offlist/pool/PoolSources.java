package offlist.pool;

import java.util.ArrayList;
import java.util.List;
import offlist.dns.Lookups;

/** Makes the sources of a pool from its settings, what is read fastest first. */
final class PoolSources {
    private final Lookup lookup;

    PoolSources(Lookups lookups) {
        this.lookup = new Lookup(lookups);
    }

    List<PoolSource> of(PoolSettings pool) {
        PoolLimits limits = new PoolLimits(pool.maxAddresses());
        List<PoolSource> sources = new ArrayList<>();
        if (!pool.addresses().isEmpty()) {
            sources.add(InlineSource.addresses(pool.name(), pool.addresses()));
        }
        if (!pool.domains().isEmpty()) {
            sources.add(InlineSource.domains(pool.name(), SourceKind.DOMAINS, pool.domains()));
        }
        if (!pool.helo().isEmpty()) {
            sources.add(InlineSource.domains(pool.name(), SourceKind.HELO, pool.helo()));
        }
        pool.file().ifPresent(path -> sources.add(new FileSource(pool.name(), path, limits)));
        pool.hosts().stream().distinct().forEach(host -> sources.add(new HostSource(pool.name(), host, lookup)));
        pool.spf().stream().distinct().forEach(spf -> sources.add(new SpfSource(pool.name(), spf, lookup, limits)));
        if (pool.ptrNames()) {
            sources.add(new PtrSource(pool.name(), lookup));
        }
        return sources;
    }
}
