package offlist.track;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.pool.PoolName;

/** How bad a listing is for the pools of the operator: a list that is trouble for one may not matter to another. */
public record Severities(Map<PoolName, Words> pools) {
    public static final Severities NONE = new Severities(Map.of());

    /**
     * What the operator said about one pool.
     *
     * @param all for every list that is not named
     */
    public record Words(Optional<Severity> all, Map<ListId, Severity> lists) {
        public Words {
            lists = Map.copyOf(lists);
        }

        Optional<Severity> of(ListId list) {
            return Optional.ofNullable(lists.get(list)).or(() -> all);
        }
    }

    public Severities {
        pools = Map.copyOf(pools);
    }

    /**
     * What holds for an address in these pools: the worst of what holds for each.
     *
     * @param usual for pools that nothing is said about, and for an address in no pool
     */
    public Severity of(ListId list, Collection<PoolName> in, Severity usual) {
        return in.stream()
                .map(pool -> said(pool, list).orElse(usual))
                .min(Severity::compareTo)
                .orElse(usual);
    }

    /** All that the operator said about a list. */
    public Set<Severity> said(ListId list) {
        Set<Severity> all = new TreeSet<>();
        pools.values().forEach(words -> words.of(list).ifPresent(all::add));
        return all;
    }

    private Optional<Severity> said(PoolName pool, ListId list) {
        return Optional.ofNullable(pools.get(pool)).flatMap(words -> words.of(list));
    }
}
