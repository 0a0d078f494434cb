package offlist.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
        assertEquals(List.of(new PoolChange.Joined(member(TEN, "a"))), pool.changesSince(Pool.EMPTY));
    }

    @Test
    void nothingChangedIsNoChange() {
        Pool before = new Pool(List.of(member(TEN, "a", "b"), member(ELEVEN, "a")));
        Pool after = new Pool(List.of(member(ELEVEN, "a"), member(TEN, "b", "a")));
        assertEquals(List.of(), after.changesSince(before));
    }

    @Test
    void whoGoesToAnotherPoolHasMovedAndNotLeft() {
        Pool before = new Pool(List.of(member(TEN, "a"), member(ELEVEN, "a")));
        Pool after = new Pool(List.of(member(TEN, "b")));
        assertEquals(
                List.of(new PoolChange.Moved(member(TEN, "b")), new PoolChange.Left(member(ELEVEN, "a"))),
                after.changesSince(before));
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

    private static PoolMember member(Target target, String... pools) {
        return new PoolMember(
                target, new TreeSet<>(Arrays.stream(pools).map(PoolName::new).toList()));
    }
}
