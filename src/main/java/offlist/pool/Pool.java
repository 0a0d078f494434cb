package offlist.pool;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All members at one moment, each target once: addresses in ascending order, then domain names. Kept as ranges, so that a
 * network is as small as an address; members are made when somebody looks at them. Immutable.
 */
public final class Pool {
    public static final Pool EMPTY = new Pool(List.of());

    private final PoolNames sets;
    private final PoolBlocks blocks;
    private final Map<DomainName, Integer> domains;
    private final PoolCount[] counts;

    Pool(PoolNames sets, PoolBlocks blocks, Map<DomainName, Integer> domains) {
        this.sets = sets;
        this.blocks = blocks;
        this.domains = domains;
        this.counts = blocks.counts(sets.size());
        domains.values().forEach(set -> counts[set] = counts[set].plus(new PoolCount(0, 0, 1)));
    }

    private Pool(Pool made) {
        this(made.sets, made.blocks, made.domains);
    }

    /** A target that is given twice is in the pools of both. */
    public Pool(Collection<PoolMember> members) {
        this(new PoolCollector().with(members).pool());
    }

    /** The pools with what each of them holds. */
    static Pool of(Map<PoolName, RangeSet> addresses, Map<PoolName, List<DomainName>> domains) {
        PoolNames sets = new PoolNames();
        PoolBlocks blocks = PoolBlocks.NONE;
        for (Map.Entry<PoolName, RangeSet> pool : addresses.entrySet()) {
            blocks = blocks.with(pool.getKey(), pool.getValue(), sets);
        }
        Map<DomainName, SortedSet<PoolName>> in = new LinkedHashMap<>();
        domains.forEach((pool, names) -> names.forEach(
                name -> in.computeIfAbsent(name, key -> new TreeSet<>()).add(pool)));
        Map<DomainName, Integer> numbered = new LinkedHashMap<>();
        in.forEach((name, pools) -> numbered.put(name, sets.number(pools)));
        return new Pool(sets, blocks, numbered);
    }

    /** The members, made one by one while somebody walks over them. */
    public Collection<PoolMember> members() {
        return new Walk<>(size(), () -> walk(pools -> true, PoolMember::new));
    }

    /** Their targets, likewise. */
    public Collection<Target> targets() {
        return new Walk<>(size(), () -> walk(pools -> true, (target, pools) -> target));
    }

    /** The targets in one of the pools, likewise. */
    public Collection<Target> members(PoolName pool) {
        return new Walk<>(count(pool).all(), () -> walk(pools -> pools.contains(pool), (target, pools) -> target));
    }

    /** The addresses in one of the pools as ranges that neither overlap nor touch, made one by one. */
    public Iterable<IpRange> ranges(PoolName pool) {
        return () -> new Joined(IntStream.range(0, blocks.count())
                .filter(block -> sets.set(blocks.in(block)).contains(pool))
                .mapToObj(blocks.stretches()::range)
                .iterator());
    }

    private <T> Iterator<T> walk(
            Predicate<SortedSet<PoolName>> which, BiFunction<Target, SortedSet<PoolName>, T> make) {
        Stream<Iterator<T>> addresses = IntStream.range(0, blocks.count())
                .filter(block -> which.test(sets.set(blocks.in(block))))
                .mapToObj(block -> blocks.each(block)
                        .map(address -> make.apply(address, sets.set(blocks.in(block))))
                        .iterator());
        Iterator<T> names = domains.entrySet().stream()
                .filter(name -> which.test(sets.set(name.getValue())))
                .map(name -> make.apply(name.getKey(), sets.set(name.getValue())))
                .iterator();
        return Flat.of(Stream.concat(addresses, Stream.of(names)));
    }

    public Optional<PoolMember> member(Target target) {
        return pools(target).map(pools -> new PoolMember(target, pools));
    }

    public boolean contains(Target target) {
        return number(target) >= 0;
    }

    /** The pools a target is in, if any. */
    public Optional<SortedSet<PoolName>> pools(Target target) {
        int number = number(target);
        return number < 0 ? Optional.empty() : Optional.of(sets.set(number));
    }

    private int number(Target target) {
        return switch (target) {
            case IpAddress address -> blocks.in(address);
            case DomainName name -> domains.getOrDefault(name, Overlay.NOWHERE);
        };
    }

    public int size() {
        return count().all();
    }

    /** How many targets there are, known without looking at them. */
    public PoolCount count() {
        return Stream.of(counts).reduce(PoolCount.NONE, PoolCount::plus);
    }

    /** The pools that somebody is in. */
    public SortedSet<PoolName> names() {
        return IntStream.range(0, counts.length)
                .filter(set -> counts[set].all() > 0)
                .mapToObj(sets::set)
                .flatMap(SortedSet::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many targets are in one of the pools. */
    public PoolCount count(PoolName pool) {
        return IntStream.range(0, counts.length)
                .filter(set -> sets.set(set).contains(pool))
                .mapToObj(set -> counts[set])
                .reduce(PoolCount.NONE, PoolCount::plus);
    }

    /** What happened between an earlier pool and this one, found while somebody walks over it. */
    public Iterable<PoolChange> changesSince(Pool before) {
        return () -> new PoolDifference(before, this).changes();
    }

    PoolNames sets() {
        return sets;
    }

    PoolBlocks blocks() {
        return blocks;
    }

    Map<DomainName, Integer> domains() {
        return domains;
    }
}
