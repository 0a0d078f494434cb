package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.UsagePolicy;
import offlist.catalogue.Zone;
import offlist.dns.ResolverId;
import offlist.probe.AskedList;
import offlist.probe.HealthProbe;
import offlist.schedule.Asking;
import offlist.schedule.Budget;
import offlist.schedule.Planner;
import offlist.schedule.PollLoop;
import offlist.track.Path;
import org.junit.jupiter.api.Test;

class TestSpendingTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:03:00Z");
    private static final ListId ID = new ListId("house");
    private static final ResolverId BY = new ResolverId("127.0.0.1:53");
    private static final Path FIRST = new Path(ID, Kind.IPV4, BY);
    private static final Path SECOND = new Path(ID, Kind.IPV4, new ResolverId("127.0.0.1:54"));

    private final TestSpending spending = new TestSpending();

    private static AskedList list(int perDay) {
        DnsList own = DnsList.custom(ID, Zone.of("bl.example.com"))
                .with(UsagePolicy.unlimited().withLimit(perDay));
        return new AskedList(own, own.zone(), List.of(BY), Duration.ofSeconds(1), 1);
    }

    private static Budget budget(AskedList list) {
        Asking asking = new Asking(list.list(), true, Optional.empty(), Optional.empty(), 1, 1, 1);
        PollLoop loop = new PollLoop(ask -> {});
        loop.open(ID, List.of(Kind.IPV4), Planner.plan(asking, Duration.ofHours(1)), T0);
        return loop.budget(ID);
    }

    private static int most() {
        return HealthProbe.mostQuestions(list(1), Kind.IPV4);
    }

    @Test
    void theLeastLimitThatSettingsMayHaveLeavesRoomForATest() {
        AskedList least = list(most() + 1);
        assertThat(spending.begin(FIRST, least, budget(least), T0)).isTrue();

        AskedList less = list(most());
        assertThat(spending.begin(SECOND, less, budget(less), T0)).isFalse();
    }

    @Test
    void aTestForWhichThereIsNoRoomKnowsWhenThereWillBe() {
        AskedList list = list(most() + 3);
        Budget budget = budget(list);
        spending.begin(FIRST, list, budget, T0);
        assertThat(spending.begin(SECOND, list, budget, T0)).isFalse();
        assertThat(spending.room(SECOND, list, budget, T0)).isAfter(T0.plus(Duration.ofHours(23)));

        spending.end(FIRST, 2, budget);
        assertThat(spending.room(SECOND, list, budget, T0)).isEqualTo(T0.plusSeconds(1));
        assertThat(spending.begin(SECOND, list, budget, T0)).isTrue();
    }
}
