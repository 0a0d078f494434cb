package offlist.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PoolTest {
    private static final IpAddress TEN = IpAddress.parse("192.0.2.10");
    private static final IpAddress ELEVEN = IpAddress.parse("192.0.2.11");

    @Test
    void theFirstMembersJoin() {
        Pool pool = new Pool(List.of(member(TEN, "a")));
        assertEquals(List.of(new PoolChange.Joined(member(TEN, "a"))), changes(pool, Pool.EMPTY));
    }

    @Test
    void nothingChangedIsNoChange() {
        Pool before = new Pool(List.of(member(TEN, "a", "b"), member(ELEVEN, "a")));
        Pool after = new Pool(List.of(member(ELEVEN, "a"), member(TEN, "b", "a")));
        assertEquals(List.of(), changes(after, before));
    }

    @Test
    void whoGoesToAnotherPoolHasMovedAndNotLeft() {
        Pool before = new Pool(List.of(member(TEN, "a"), member(ELEVEN, "a")));
        Pool after = new Pool(List.of(member(TEN, "b")));
        assertEquals(
                List.of(new PoolChange.Moved(member(TEN, "b")), new PoolChange.Left(member(ELEVEN, "a"))),
                changes(after, before));
    }

    @Test
    void aMemberIsFoundByItsTarget() {
        Pool pool = new Pool(List.of(member(TEN, "a")));
        assertEquals(Optional.of(member(TEN, "a")), pool.member(IpAddress.parse("::ffff:192.0.2.10")));
        assertEquals(Optional.empty(), pool.member(ELEVEN));
        assertEquals(1, pool.size());
    }

    @Test
    void aMemberIsInAPool() {
        assertThrows(IllegalArgumentException.class, () -> member(TEN));
    }

    @Test
    void aPoolNameFitsIntoAPathAndALabel() {
        assertEquals("mail-1.example_com", new PoolName("mail-1.example_com").value());
        for (String bad : List.of("", "-a", "a/b", "a b", "ä", "a".repeat(64))) {
            assertThrows(IllegalArgumentException.class, () -> new PoolName(bad));
        }
    }

    @Test
    void addressesComeInOrderAndThenNames() {
        DomainName name = new DomainName("example.com");
        Pool pool = new Pool(List.of(
                member(name, "a"), member(IpAddress.parse("::1"), "a"), member(ELEVEN, "b"), member(TEN, "a", "b")));
        assertEquals(List.of(TEN, ELEVEN, IpAddress.parse("::1"), name), List.copyOf(pool.targets()));
        assertEquals(List.of(TEN, ELEVEN), List.copyOf(pool.members(new PoolName("b"))));
        assertEquals(new PoolCount(2, 1, 1), pool.count());
        assertEquals(new PoolCount(1, 1, 1), pool.count(new PoolName("a")));
        assertEquals(PoolCount.NONE, pool.count(new PoolName("c")));
        assertEquals("[a, b]", pool.names().toString());
    }

    @Test
    void aTargetThatIsGivenTwiceIsInThePoolsOfBoth() {
        Pool pool = new Pool(List.of(member(TEN, "a"), member(TEN, "b")));
        assertEquals(List.of(member(TEN, "a", "b")), List.copyOf(pool.members()));
    }

    private static List<PoolChange> changes(Pool after, Pool before) {
        List<PoolChange> changes = new ArrayList<>();
        after.changesSince(before).forEach(changes::add);
        return changes;
    }

    private static PoolMember member(Target target, String... pools) {
        return new PoolMember(
                target, new TreeSet<>(Arrays.stream(pools).map(PoolName::new).toList()));
    }
}
