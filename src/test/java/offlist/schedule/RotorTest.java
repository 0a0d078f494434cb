package offlist.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import offlist.catalogue.Kind;
import offlist.pool.IpAddress;
import offlist.pool.Target;
import org.junit.jupiter.api.Test;

class RotorTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration TURN = Duration.ofSeconds(100);

    private final Ring ring = Ring.of(Kind.IPV4);

    private static Target target(int i) {
        return IpAddress.v4(0xC0000200 + i);
    }

    private Rotor rotor(int targets) {
        IntStream.range(0, targets).forEach(i -> ring.add(target(i)));
        return new Rotor(ring, TURN, Nanos.of(T0));
    }

    private Optional<Target> next(Rotor rotor, Instant now) {
        int slot = rotor.next(Nanos.of(now));
        return slot == Rotor.NONE ? Optional.empty() : ring.at(slot);
    }

    private Instant hurryThrough(Rotor rotor) {
        while (rotor.hurrying()) {
            next(rotor, T0);
        }
        return T0;
    }

    private List<Target> during(Rotor rotor, Instant from, Duration time, Duration step) {
        List<Target> asked = new ArrayList<>();
        for (Instant now = from; now.isBefore(from.plus(time)); now = now.plus(step)) {
            for (Optional<Target> next = next(rotor, now); next.isPresent(); next = next(rotor, now)) {
                asked.add(next.get());
            }
        }
        return asked;
    }

    @Test
    void theFirstTurnWaitsForNothing() {
        Rotor rotor = rotor(3);

        assertThat(List.of(next(rotor, T0), next(rotor, T0), next(rotor, T0)))
                .containsExactly(Optional.of(target(0)), Optional.of(target(1)), Optional.of(target(2)));
        assertThat(next(rotor, T0)).isEmpty();
    }

    @Test
    void aTurnIsEvenAndTakesOneInterval() {
        Rotor rotor = rotor(10);
        Instant start = hurryThrough(rotor).plus(TURN);

        assertThat(during(rotor, start, Duration.ofSeconds(10), Duration.ofMillis(100)))
                .hasSize(1);
        assertThat(during(rotor, start.plusSeconds(10), Duration.ofSeconds(90), Duration.ofMillis(100)))
                .hasSize(9)
                .doesNotHaveDuplicates();
        next(rotor, start.plusSeconds(100));
        assertThat(rotor.lastTurn()).isPresent();
        assertThat(rotor.lastTurn().get()).isBetween(Duration.ofSeconds(89), Duration.ofSeconds(101));
    }

    @Test
    void whoWasStoppedDoesNotCatchUpInABurst() {
        Rotor rotor = rotor(10);
        Instant late = hurryThrough(rotor).plus(TURN.multipliedBy(50));

        assertThat(during(rotor, late, Duration.ofSeconds(1), Duration.ofMillis(100)))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aClockThatIsSetBackDoesNotStopTheChecks() {
        Rotor rotor = rotor(10);
        Instant start = hurryThrough(rotor).plus(TURN);
        during(rotor, start, TURN, Duration.ofSeconds(1));

        assertThat(during(rotor, start.minus(Duration.ofDays(1)), TURN, Duration.ofSeconds(1)))
                .hasSizeBetween(9, 11);
    }

    @Test
    void everyTargetIsAskedOncePerTurnWhileOthersComeAndGo() {
        Rotor rotor = rotor(50);
        Random random = new Random(11);
        Instant now = hurryThrough(rotor).plus(TURN);
        int fresh = 50;
        for (int turn = 0; turn < 20; turn++) {
            for (int i = 0; i < 5; i++) {
                ring.remove(target(10 + random.nextInt(fresh)));
                ring.add(target(fresh++));
            }
            Set<Target> asked = new HashSet<>(during(rotor, now, TURN.plusSeconds(5), Duration.ofMillis(500)));
            for (int i = 0; i < 10; i++) {
                assertThat(asked).contains(target(i));
            }
            now = now.plus(TURN.plusSeconds(5));
        }
    }

    @Test
    void whoHurriesOftenStillReachesTheLast() {
        Rotor rotor = rotor(100);
        hurryThrough(rotor);
        Set<Target> asked = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            rotor.hurry();
            for (int step = 0; step < 30; step++) {
                next(rotor, T0.plusSeconds(i)).ifPresent(asked::add);
            }
        }

        assertThat(asked).hasSize(100);
    }

    @Test
    void aHurriedTurnPassesEverybodyOnce() {
        Rotor rotor = rotor(10);
        hurryThrough(rotor);
        Instant start = T0.plus(TURN);
        during(rotor, start, Duration.ofSeconds(35), Duration.ofSeconds(1));

        rotor.hurry();
        List<Target> asked = new ArrayList<>();
        while (rotor.hurrying()) {
            next(rotor, start.plusSeconds(40)).ifPresent(asked::add);
        }

        assertThat(asked).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void thePositionTellsWhenEachTargetWasAsked() {
        Rotor rotor = rotor(3000);
        hurryThrough(rotor);
        Instant start = T0.plus(TURN);
        during(rotor, start, TURN.dividedBy(2), Duration.ofMillis(10));

        Instant first = rotor.lastPassed(target(0)).orElseThrow();
        Instant last = rotor.lastPassed(target(2999)).orElseThrow();
        assertThat(first).isBetween(start.minusMillis(1), start.plusSeconds(1));
        assertThat(last).isEqualTo(T0);
        assertThat(rotor.oldest()).contains(T0);
    }

    @Test
    void beforeTheFirstTurnNothingIsKnown() {
        Rotor rotor = rotor(10);
        next(rotor, T0);

        assertThat(rotor.lastPassed(target(0))).contains(T0);
        assertThat(rotor.lastPassed(target(9))).isEmpty();
        assertThat(rotor.oldest()).isEmpty();
    }
}
