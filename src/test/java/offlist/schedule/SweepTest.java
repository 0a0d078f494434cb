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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which questions of a lane take the short way. */
class SweepTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final ListId BL = new ListId("bl");

    private final List<Ask> asked = new ArrayList<>();
    private final PollLoop loop = new PollLoop(asked::add);
    private final List<Target> swept = new ArrayList<>();
    private int room = 1_000;
    private Lane lane;

    @BeforeEach
    void open() {
        loop.open(BL, Set.of(Kind.IPV4), new Plan(TURN, TURN, "", Double.POSITIVE_INFINITY, 50), T0);
        lane = loop.lanes(BL).findFirst().orElseThrow();
        lane.freeze(false);
        lane.sweep(new Sweep() {
            @Override
            public int room() {
                return room;
            }

            @Override
            public void ask(int slot, long high, long low) {
                swept.add(IpAddress.v4((int) low));
                room--;
            }

            @Override
            public void end() {}
        });
        loop.join(targets(10), T0);
    }

    private static Target target(int i) {
        return IpAddress.v4(0xC0000200 + i);
    }

    private static List<Target> targets(int count) {
        return IntStream.range(0, count).mapToObj(SweepTest::target).toList();
    }

    /** One turn, everything answered at once. */
    private void turn(int number) {
        asked.clear();
        swept.clear();
        for (int second = 0; second < TURN.toSeconds(); second++) {
            loop.step(T0.plus(TURN.multipliedBy(number)).plusSeconds(second).plusMillis(10));
            room = 1_000;
        }
        asked.forEach(loop::answered);
    }

    @Test
    void theTurnsTakeTheShortWay() {
        turn(0);

        assertThat(asked).isEmpty();
        assertThat(swept).containsExactlyElementsOf(targets(10));
        assertThat(lane.pending()).isEqualTo(10);
        assertThat(lane.asked()).isEqualTo(10);
    }

    @Test
    void whoIsAttendedTakesTheLongWayUntilReleased() {
        turn(0);
        lane.attend(target(3));
        turn(1);

        assertThat(asked).extracting(Ask::target).containsExactly(target(3));
        assertThat(swept).hasSize(9).doesNotContain(target(3));

        lane.release(target(3));
        turn(2);

        assertThat(swept).contains(target(3));
    }

    @Test
    void whatHadNoAnswerOrOneOutOfTurnIsAttendedWhateverTheCallerKnows() {
        turn(0);
        Ask failed = new Ask(lane.id(), target(4), Why.TURN, 0);
        Ask looked = new Ask(lane.id(), target(5), Why.REQUESTED, 0);
        loop.gaveUp(failed, "timeout", T0.plusSeconds(5));
        loop.definite(looked, T0.plusSeconds(6));
        lane.release(target(4));
        lane.release(target(5));
        turn(1);

        assertThat(asked).extracting(Ask::target).containsExactly(target(4), target(5));

        loop.definite(failed, T0.plusSeconds(14));
        lane.release(target(4));
        lane.release(target(5));
        turn(2);

        assertThat(asked).isEmpty();
        assertThat(swept).contains(target(4), target(5));
    }

    @Test
    void whoComesIntoTheSlotOfAnotherIsNotAttendedForIt() {
        turn(0);
        lane.attend(target(3));
        loop.leave(target(3));
        loop.join(List.of(target(77)), T0.plusSeconds(9));
        asked.clear();
        turn(1);
        turn(2);

        assertThat(swept).contains(target(77));
    }

    @Test
    void withoutRoomTheTurnWaitsAndLooksAgainSoon() {
        room = 4;
        loop.step(T0);

        assertThat(swept).hasSize(4);
        assertThat(loop.nextAt(T0).orElseThrow()).isBetween(T0, T0.plusMillis(2));
        room = 100;
        loop.step(T0.plusMillis(1));
        assertThat(swept).hasSize(10);
    }

    @Test
    void aQuestionThatGoesOnIsOnePendingAllTheTime() {
        loop.step(T0);
        assertThat(lane.pending()).isEqualTo(10);

        lane.goesOn();
        assertThat(lane.pending()).isEqualTo(10);
        loop.answered(new Ask(lane.id(), target(0), Why.TURN, 0));
        lane.swept();

        assertThat(lane.pending()).isEqualTo(8);
    }

    @Test
    void withoutTheShortWayEverythingTakesTheLongOne() {
        lane.sweep(null);
        turn(0);

        assertThat(swept).isEmpty();
        assertThat(asked).hasSize(10);
    }
}
