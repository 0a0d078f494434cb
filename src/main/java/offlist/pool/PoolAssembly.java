package offlist.pool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what the sources add, source by source, as far as each pool has room. Used once. */
final class PoolAssembly {
    private final Map<PoolName, RangeSet> pools = new LinkedHashMap<>();
    private final Map<PoolName, List<DomainName>> domains = new LinkedHashMap<>();
    private final List<SourceState> states = new ArrayList<>();

    PoolAssembly(Collection<KeptSource> sources, Instant now) {
        sources.forEach(source -> add(source, now));
    }

    private void add(KeptSource source, Instant now) {
        PoolName pool = source.source().pool();
        RangeSet with = pools.getOrDefault(pool, RangeSet.EMPTY).with(source.addresses());
        Optional<String> tooMany = source.limits().refuses(with);
        tooMany.ifPresentOrElse(why -> source.crowdedOut(why, now), () -> pools.put(pool, with));
        domains.computeIfAbsent(pool, name -> new ArrayList<>()).addAll(source.domains());
        states.add(source.state(tooMany.isPresent() ? RangeSet.EMPTY : source.addresses()));
    }

    List<SourceState> states() {
        return states;
    }

    /** Equal for equal members, and much smaller than them. */
    Object contents() {
        return List.of(pools, domains);
    }

    Pool pool() {
        return Pool.of(pools, domains);
    }
}
