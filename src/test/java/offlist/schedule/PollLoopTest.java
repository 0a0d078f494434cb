package offlist.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.pool.IpAddress;
import offlist.pool.Target;
import org.junit.jupiter.api.Test;

class PollLoopTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final ListId BL = new ListId("bl");
    private static final ListId SLOW = new ListId("slow");

    private final List<Ask> asked = new ArrayList<>();
    private final PollLoop loop = new PollLoop(asked::add);

    private static Plan plan(Duration interval, double perSecond, int window) {
        return new Plan(interval, interval, "", perSecond, window);
    }

    private void open(ListId list, Plan plan) {
        loop.open(list, Set.of(Kind.IPV4), plan, T0);
        loop.lanes(list).forEach(lane -> lane.freeze(false));
    }

    private static List<Target> targets(int count) {
        return IntStream.range(0, count).<Target>mapToObj(i -> IpAddress.v4(i)).toList();
    }

    private void answerAll() {
        asked.forEach(loop::answered);
        asked.clear();
    }

    @Test
    void theWindowBoundsWhatWaitsForAnAnswer() {
        open(BL, plan(Duration.ofSeconds(10), 1e6, 7));
        loop.join(targets(100), T0);

        loop.step(T0);
        loop.step(T0.plusSeconds(1));

        assertThat(asked).hasSize(7);
        assertThat(loop.nextAt(T0)).isEmpty();
    }

    @Test
    void aListWithoutAnswersDelaysNoOther() {
        open(SLOW, plan(Duration.ofSeconds(10), 1e6, 5));
        open(BL, plan(Duration.ofSeconds(10), 1e6, 50));
        loop.join(targets(20), T0);

        for (int i = 0; i < 10; i++) {
            loop.step(T0.plusSeconds(i));
        }

        assertThat(asked).filteredOn(ask -> ask.lane().list().equals(BL)).hasSizeGreaterThanOrEqualTo(20);
        assertThat(asked).filteredOn(ask -> ask.lane().list().equals(SLOW)).hasSize(5);
    }

    @Test
    void theRateBoundsHurriedTurnsToo() {
        open(BL, plan(Duration.ofSeconds(60), 100, 1_000));
        loop.join(targets(2_000), T0);
        int sent = 0;
        for (int milli = 0; milli < 5_000; milli += 10) {
            sent += loop.step(T0.plusMillis(milli));
            answerAll();
        }

        assertThat(sent).isBetween(495, 503);
    }

    @Test
    void newTargetsAreAskedBeforeTheRotorComesBy() {
        open(BL, plan(Duration.ofMinutes(10), 1e6, 50));
        loop.join(targets(10), T0);
        loop.step(T0);
        answerAll();
        loop.step(T0.plusMillis(1));
        answerAll();

        loop.join(List.of(IpAddress.parse("192.0.2.99")), T0);
        loop.step(T0.plusSeconds(1));

        assertThat(asked)
                .anyMatch(ask -> ask.why() == Why.JOINED && ask.target().text().equals("192.0.2.99"));
    }

    @Test
    void whoIsThereBeforeTheFirstTurnIsAskedOnceInIt() {
        open(BL, plan(Duration.ofMinutes(10), 1e6, 50));
        loop.join(targets(10), T0);

        loop.step(T0);

        assertThat(asked).hasSize(10).extracting(Ask::target).doesNotHaveDuplicates();
    }

    @Test
    void manyNewPairsAreAHurriedTurn() {
        open(BL, plan(Duration.ofMinutes(10), 1e6, 10_000));
        loop.join(targets(1_001), T0);

        for (int i = 0; i < 40; i++) {
            loop.step(T0.plusMillis(i));
        }

        assertThat(asked).hasSize(1_001).allMatch(ask -> ask.why() == Why.TURN);
    }

    @Test
    void aFrozenLaneAnswersPeopleOnly() {
        open(BL, plan(Duration.ofSeconds(1), 1e6, 50));
        loop.join(targets(3), T0);
        Lane lane = loop.lanes(BL).findFirst().orElseThrow();
        lane.freeze(true);
        lane.urgent(new Ask(lane.id(), targets(1).getFirst(), Why.CONFIRM, 0));
        lane.urgent(new Ask(lane.id(), targets(2).getLast(), Why.REQUESTED, 0));

        loop.step(T0.plusSeconds(5));

        assertThat(asked).extracting(Ask::why).containsExactly(Why.REQUESTED);
        assertThat(lane.unknown()).isEqualTo(3);
    }

    @Test
    void whoLeftIsNotAskedAnyMore() {
        open(BL, plan(Duration.ofSeconds(1), 1e6, 50));
        loop.join(targets(3), T0);
        loop.leave(targets(1).getFirst());

        loop.step(T0);
        loop.step(T0.plusSeconds(2));

        assertThat(asked).noneMatch(ask -> ask.target().equals(targets(1).getFirst()));
    }

    @Test
    void anAnswerOutOfTurnCountsUntilTheRotorComesBy() {
        open(BL, plan(Duration.ofMinutes(10), 1e6, 50));
        Target target = targets(1).getFirst();
        loop.join(List.of(target), T0);
        Lane lane = loop.lanes(BL).findFirst().orElseThrow();
        assertThat(lane.lastAnswer(target)).isEmpty();

        loop.step(T0);
        Ask ask = asked.getFirst();
        loop.answered(ask);
        loop.definite(ask, T0);

        assertThat(lane.lastAnswer(target)).contains(T0);
    }

    @Test
    void aPairWithoutAnswerKeepsTheTimeOfItsLastOne() {
        open(BL, plan(Duration.ofMinutes(10), 1e6, 50));
        Target target = targets(1).getFirst();
        loop.join(List.of(target), T0);
        Lane lane = loop.lanes(BL).findFirst().orElseThrow();
        Ask ask = new Ask(lane.id(), target, Why.JOINED, 0);
        loop.definite(ask, T0);

        loop.gaveUp(ask, "timeout", T0.plusSeconds(600));
        loop.gaveUp(ask, "timeout", T0.plusSeconds(1200));

        assertThat(lane.lastAnswer(target)).contains(T0);
        assertThat(lane.unanswered(target).orElseThrow().since()).isEqualTo(T0.plusSeconds(600));
        assertThat(lane.unknown()).isEqualTo(1);
        loop.definite(ask, T0.plusSeconds(1800));
        assertThat(lane.unknown()).isZero();
    }

    private static Plan early(Duration interval, Duration soon, double perSecond, boolean spread) {
        return new Plan(
                interval,
                interval,
                "",
                Terms.rate(1e6),
                10_000,
                Plan.Load.NONE,
                new Plan.Early(soon, perSecond, spread));
    }

    private int step(Instant now) {
        int sent = loop.step(now);
        asked.forEach(loop::answered);
        return sent;
    }

    @Test
    void whatIsHeldIsAskedSoonerAndKeepsNobodyFromTheirTurn() {
        Duration turn = Duration.ofSeconds(100);
        open(BL, early(turn, Duration.ofSeconds(25), 25, false));
        loop.join(targets(10_000), T0);
        Lane lane = loop.lanes(BL).findFirst().orElseThrow();
        Instant now = T0;
        for (int milli = 0; milli < 400_000; milli += 5) {
            now = T0.plusMillis(milli);
            if (milli == 210_000) {
                targets(10_000).forEach(target -> lane.hold(target, T0.plusSeconds(210)));
                asked.clear();
            }
            step(now);
            if (milli > 210_000 && milli % 1_000 == 0) {
                assertThat(Duration.between(lane.oldestAnswer().orElseThrow(), now))
                        .isLessThan(turn.multipliedBy(11).dividedBy(10));
            }
        }

        long sooner = asked.stream().filter(ask -> ask.why() == Why.SOONER).count();
        long turns = asked.stream().filter(ask -> ask.why() == Why.TURN).count();
        assertThat(sooner).isBetween(165L * 24, 190L * 26);
        assertThat(turns).isBetween(18_500L, 19_500L);
    }

    @Test
    void whoWasRefusedIsAskedAtOnceAndSoonerForAWhile() {
        open(BL, early(Duration.ofHours(4), Duration.ofMinutes(10), 1, false));
        loop.join(targets(3), T0);
        step(T0);
        asked.clear();
        Target target = targets(3).get(1);
        loop.lanes(BL).forEach(lane -> lane.refused(target, T0.plusSeconds(60)));
        for (int second = 60; second < 3 * 3_600; second += 10) {
            step(T0.plusSeconds(second));
        }

        assertThat(asked).hasSizeBetween(6, 8).extracting(Ask::target).containsOnly(target);
        assertThat(asked.getFirst().why()).isEqualTo(Why.SOONER);
    }

    @Test
    void whoIsNamedElsewhereIsAskedOnceUnlessItHasJustBeen() {
        open(BL, early(Duration.ofHours(4), Duration.ofMinutes(10), 1, false));
        loop.join(targets(3), T0);
        step(T0);
        asked.clear();
        Target target = targets(3).get(1);
        loop.lanes(BL).forEach(lane -> lane.named(target, T0.plusSeconds(60)));
        step(T0.plusSeconds(60));
        assertThat(asked).as("answered within the last ten minutes").isEmpty();

        loop.lanes(BL).forEach(lane -> lane.named(target, T0.plusSeconds(900)));
        loop.lanes(BL).forEach(lane -> lane.named(target, T0.plusSeconds(901)));
        for (int second = 901; second < 3_600; second += 1) {
            step(T0.plusSeconds(second));
        }
        assertThat(asked).singleElement().satisfies(ask -> {
            assertThat(ask.target()).isEqualTo(target);
            assertThat(ask.why()).isEqualTo(Why.SOONER);
        });
    }

    @Test
    void aListThatIsNotHealthyIsNotAskedBecauseOfAName() {
        open(BL, early(Duration.ofHours(4), Duration.ofMinutes(10), 1, false));
        loop.join(targets(3), T0);
        step(T0);
        asked.clear();
        loop.lanes(BL).forEach(lane -> lane.freeze(true));
        loop.lanes(BL).forEach(lane -> lane.named(targets(3).get(1), T0.plusSeconds(1_800)));
        step(T0.plusSeconds(1_801));

        assertThat(asked).isEmpty();
    }

    @Test
    void listsOfOthersAreAskedFromARandomMomentOnAndTheUsersOwnAtOnce() {
        Set<Integer> starts = new java.util.HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            List<Ask> sent = new ArrayList<>();
            PollLoop daemon = new PollLoop(sent::add, Claims.NONE, new java.util.Random(seed));
            daemon.open(BL, Set.of(Kind.IPV4), early(Duration.ofMinutes(10), Duration.ofMinutes(10), 0, true), T0);
            daemon.open(SLOW, Set.of(Kind.IPV4), early(Duration.ofMinutes(10), Duration.ofMinutes(10), 0, false), T0);
            daemon.lanes(BL).forEach(lane -> lane.freeze(false));
            daemon.lanes(SLOW).forEach(lane -> lane.freeze(false));
            daemon.join(targets(2_000), T0);
            daemon.step(T0);
            assertThat(sent).isNotEmpty().allMatch(ask -> ask.lane().list().equals(SLOW));
            int second = 0;
            while (sent.stream().allMatch(ask -> ask.lane().list().equals(SLOW))) {
                daemon.step(T0.plusMillis(++second * 100L));
            }
            starts.add(second / 10);
        }

        assertThat(starts).hasSizeGreaterThan(2).allMatch(second -> second <= 5);
    }
}
