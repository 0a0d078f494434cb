package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import offlist.pool.IpAddress;
import offlist.pool.Pool;
import offlist.pool.PoolMember;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.track.PoolMembershipChanged;
import org.junit.jupiter.api.Test;

class MembershipTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final int MANY = 2 * Membership.STEP + 100;

    private int ids;

    private static Target target(int i) {
        return IpAddress.v4(0x0A00_0000 + i);
    }

    private static Pool pool(int from, int to) {
        return new Pool(IntStream.range(from, to)
                .mapToObj(i -> new PoolMember(target(i), new TreeSet<>(List.of(new PoolName("a")))))
                .toList());
    }

    private Membership from(Pool recorded) {
        return new Membership(recorded, now -> "e" + ids++);
    }

    @Test
    void manyJoinStepByStepAndEachOnce() {
        Membership membership = from(Pool.EMPTY);
        membership.want(pool(0, MANY));
        List<Target> joined = new ArrayList<>();
        List<Integer> steps = new ArrayList<>();
        for (Optional<Membership.Step> step = membership.next(); step.isPresent(); step = membership.next()) {
            List<PoolMembershipChanged> events = membership.events(step.get(), T0);
            assertTrue(events.stream().allMatch(PoolMembershipChanged::joined));
            events.forEach(event -> joined.add(event.target()));
            assertEquals(joined.size(), step.get().reached().size());
            steps.add(events.size());
            membership.recorded(step.get());
        }

        assertEquals(List.of(Membership.STEP, Membership.STEP, 100), steps);
        assertEquals(IntStream.range(0, MANY).mapToObj(MembershipTest::target).toList(), joined);
    }

    @Test
    void aNewerPoolTakesThePlaceOfWhatIsStillToCome() {
        Membership membership = from(Pool.EMPTY);
        membership.want(pool(0, MANY));
        Membership.Step first = membership.next().orElseThrow();
        membership.recorded(first);
        membership.want(pool(0, Membership.STEP + 1));

        Membership.Step second = membership.next().orElseThrow();
        membership.recorded(second);

        assertEquals(List.of(target(Membership.STEP)), second.joined());
        assertEquals(Membership.STEP + 1, second.reached().size());
        assertThat(second.stays()).hasSize(Membership.STEP);
        assertThat(membership.next()).isEmpty();
    }

    @Test
    void afterARestartWhoStaysIsAskedWithoutBeingToldAnew() {
        Membership membership = from(pool(0, 10));
        membership.want(pool(5, 12));

        Membership.Step step = membership.next().orElseThrow();
        membership.recorded(step);

        assertThat(step.stays()).containsExactly(target(5), target(6), target(7), target(8), target(9));
        assertEquals(List.of(target(10), target(11)), step.joined());
        assertThat(step.left()).containsExactly(target(0), target(1), target(2), target(3), target(4));
        membership.want(pool(5, 13));
        assertThat(membership.next().orElseThrow().stays()).isEmpty();
    }

    @Test
    void theSamePoolAgainIsNoChange() {
        Membership membership = from(pool(0, 10));
        membership.want(pool(0, 10));

        Membership.Step step = membership.next().orElseThrow();

        assertEquals(List.of(), step.changes());
        assertThat(step.stays()).hasSize(10);
    }
}
