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
        loop.join(targets(100));

        loop.step(T0);
        loop.step(T0.plusSeconds(1));

        assertThat(asked).hasSize(7);
        assertThat(loop.nextAt(T0)).isEmpty();
    }

    @Test
    void aListWithoutAnswersDelaysNoOther() {
        open(SLOW, plan(Duration.ofSeconds(10), 1e6, 5));
        open(BL, plan(Duration.ofSeconds(10), 1e6, 50));
        loop.join(targets(20));

        for (int i = 0; i < 10; i++) {
            loop.step(T0.plusSeconds(i));
        }

        assertThat(asked).filteredOn(ask -> ask.lane().list().equals(BL)).hasSizeGreaterThanOrEqualTo(20);
        assertThat(asked).filteredOn(ask -> ask.lane().list().equals(SLOW)).hasSize(5);
    }

    @Test
    void theRateBoundsHurriedTurnsToo() {
        open(BL, plan(Duration.ofSeconds(60), 100, 1_000));
        loop.join(targets(2_000));
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
        loop.join(targets(10));
        loop.step(T0);
        answerAll();
        loop.step(T0.plusMillis(1));
        answerAll();

        loop.join(List.of(IpAddress.parse("192.0.2.99")));
        loop.step(T0.plusSeconds(1));

        assertThat(asked)
                .anyMatch(ask -> ask.why() == Why.JOINED && ask.target().text().equals("192.0.2.99"));
    }

    @Test
    void whoIsThereBeforeTheFirstTurnIsAskedOnceInIt() {
        open(BL, plan(Duration.ofMinutes(10), 1e6, 50));
        loop.join(targets(10));

        loop.step(T0);

        assertThat(asked).hasSize(10).extracting(Ask::target).doesNotHaveDuplicates();
    }

    @Test
    void manyNewPairsAreAHurriedTurn() {
        open(BL, plan(Duration.ofMinutes(10), 1e6, 10_000));
        loop.join(targets(1_001));

        for (int i = 0; i < 40; i++) {
            loop.step(T0.plusMillis(i));
        }

        assertThat(asked).hasSize(1_001).allMatch(ask -> ask.why() == Why.TURN);
    }

    @Test
    void aFrozenLaneAnswersPeopleOnly() {
        open(BL, plan(Duration.ofSeconds(1), 1e6, 50));
        loop.join(targets(3));
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
        loop.join(targets(3));
        loop.leave(targets(1).getFirst());

        loop.step(T0);
        loop.step(T0.plusSeconds(2));

        assertThat(asked).noneMatch(ask -> ask.target().equals(targets(1).getFirst()));
    }

    @Test
    void anAnswerOutOfTurnCountsUntilTheRotorComesBy() {
        open(BL, plan(Duration.ofMinutes(10), 1e6, 50));
        Target target = targets(1).getFirst();
        loop.join(List.of(target));
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
        loop.join(List.of(target));
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
}
