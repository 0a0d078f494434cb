package offlist.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Collects members in any order into a pool. */
public final class PoolCollector {
    private final Map<PoolName, RangeCollector> addresses = new LinkedHashMap<>();
    private final Map<PoolName, List<DomainName>> domains = new LinkedHashMap<>();

    /** A target that comes twice is in the pools of both. */
    public void add(Target target, SortedSet<PoolName> pools) {
        for (PoolName pool : pools) {
            switch (target) {
                case IpAddress address ->
                    addresses
                            .computeIfAbsent(pool, name -> new RangeCollector())
                            .add(address);
                case DomainName domain ->
                    domains.computeIfAbsent(pool, name -> new ArrayList<>()).add(domain);
            }
        }
    }

    PoolCollector with(Collection<PoolMember> members) {
        members.forEach(member -> add(member.target(), member.pools()));
        return this;
    }

    public Pool pool() {
        Map<PoolName, RangeSet> sets = new LinkedHashMap<>();
        addresses.forEach((pool, collector) -> sets.put(pool, collector.set()));
        return Pool.of(sets, domains);
    }
}
