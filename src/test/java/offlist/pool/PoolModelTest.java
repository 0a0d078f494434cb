package offlist.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Pools as ranges beside pools as plain maps. */
class PoolModelTest {
    private static final List<PoolName> NAMES =
            List.of(new PoolName("a"), new PoolName("b"), new PoolName("c"), new PoolName("d"));
    /** The ends of the families, where a carry or a last address is easily forgotten. */
    private static final List<IpAddress> CORNERS = List.of(
            IpAddress.parse("0.0.0.0"),
            IpAddress.parse("127.255.255.240"),
            IpAddress.parse("255.255.255.224"),
            IpAddress.parse("::"),
            IpAddress.parse("2001:db8::ffff:ffff:ffff:fff0"),
            IpAddress.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffe0"));

    private record Both(Pool pool, Map<Target, SortedSet<PoolName>> model) {}

    private static Both random(Random random) {
        Map<PoolName, RangeSet> addresses = new HashMap<>();
        Map<PoolName, List<DomainName>> domains = new HashMap<>();
        Map<Target, SortedSet<PoolName>> model = new HashMap<>();
        for (PoolName name : NAMES.subList(0, random.nextInt(NAMES.size() + 1))) {
            RangeCollector collector = new RangeCollector();
            for (int i = random.nextInt(6); i > 0; i--) {
                IpAddress first = CORNERS.get(random.nextInt(CORNERS.size())).plus(random.nextInt(24));
                IpAddress last = first.plus(random.nextInt(8));
                collector.add(new IpRange(first, last));
                Stretches.each(first, last).forEach(address -> put(model, address, name));
            }
            addresses.put(name, collector.set());
            List<DomainName> some = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                some.add(new DomainName("n" + random.nextInt(5) + ".example"));
            }
            domains.put(name, some);
            some.forEach(domain -> put(model, domain, name));
        }
        return new Both(Pool.of(addresses, domains), model);
    }

    private static void put(Map<Target, SortedSet<PoolName>> model, Target target, PoolName pool) {
        model.computeIfAbsent(target, key -> new TreeSet<>()).add(pool);
    }

    private static void same(Map<Target, SortedSet<PoolName>> model, Pool pool, String seed) {
        assertEquals(model, map(pool), seed);
        assertEquals(model.size(), pool.size(), seed);
        assertEquals(model.size(), pool.members().size(), seed);
        model.forEach((target, pools) -> {
            assertTrue(pool.contains(target), seed);
            assertEquals(Optional.of(new PoolMember(target, pools)), pool.member(target), seed);
        });
        for (IpAddress corner : CORNERS) {
            for (int i = 0; i < 32; i++) {
                assertEquals(model.containsKey(corner.plus(i)), pool.contains(corner.plus(i)), seed);
            }
        }
        for (PoolName name : NAMES) {
            long in = model.values().stream()
                    .filter(pools -> pools.contains(name))
                    .count();
            assertEquals(in, pool.count(name).all(), seed);
            assertEquals(in, new HashSet<>(pool.members(name)).size(), seed);
        }
    }

    private static Map<Target, SortedSet<PoolName>> map(Pool pool) {
        Map<Target, SortedSet<PoolName>> map = new HashMap<>();
        pool.members().forEach(member -> assertEquals(null, map.put(member.target(), member.pools())));
        return map;
    }

    @Test
    void rangesHoldWhatMapsHold() {
        for (int seed = 0; seed < 500; seed++) {
            Both both = random(new Random(seed));
            same(both.model(), both.pool(), "seed " + seed);
            same(both.model(), new Pool(both.pool().members()), "seed " + seed);
        }
    }

    @Test
    void everyChangeIsToldOnceAndNoOther() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Both before = random(random);
            Both after = random(random);
            Set<PoolChange> expected = new HashSet<>();
            after.model().forEach((target, pools) -> {
                SortedSet<PoolName> was = before.model().get(target);
                if (was == null) {
                    expected.add(new PoolChange.Joined(new PoolMember(target, pools)));
                } else if (!was.equals(pools)) {
                    expected.add(new PoolChange.Moved(new PoolMember(target, pools)));
                }
            });
            before.model().forEach((target, pools) -> {
                if (!after.model().containsKey(target)) {
                    expected.add(new PoolChange.Left(new PoolMember(target, pools)));
                }
            });
            List<PoolChange> changes = new ArrayList<>();
            after.pool().changesSince(before.pool()).forEach(changes::add);
            assertEquals(expected.size(), changes.size(), "seed " + seed);
            assertEquals(expected, new HashSet<>(changes), "seed " + seed);
        }
    }

    @Test
    void betweenTwoStepsThePoolHasExactlyTheChangesGiven() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Both before = random(random);
            Both after = random(random);
            int most = 1 + random.nextInt(7);
            Map<Target, SortedSet<PoolName>> model = new HashMap<>(before.model());
            PoolPassage passage = new PoolPassage(before.pool(), after.pool());
            while (!passage.over()) {
                List<PoolChange> step = passage.next(most);
                assertTrue(!step.isEmpty() && step.size() <= most, "seed " + seed);
                step.forEach(change -> apply(change, model));
                same(model, passage.reached(), "seed " + seed);
            }
            assertEquals(List.of(), passage.next(most), "seed " + seed);
            same(after.model(), passage.reached(), "seed " + seed);
        }
    }

    private static void apply(PoolChange change, Map<Target, SortedSet<PoolName>> model) {
        switch (change) {
            case PoolChange.Joined joined ->
                model.put(change.target(), joined.member().pools());
            case PoolChange.Moved moved ->
                model.put(change.target(), moved.member().pools());
            case PoolChange.Left left -> model.remove(change.target());
        }
    }
}
