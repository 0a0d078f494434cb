package offlist.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import offlist.pool.IpAddress;
import offlist.pool.Target;
import org.junit.jupiter.api.Test;

class SoonerTest {
    private static final long T0 = TimeUnit.DAYS.toNanos(20_000);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Sooner sooner = new Sooner();

    private static Target target(int i) {
        return IpAddress.v4(i);
    }

    private List<Target> asked(long from, long seconds) {
        List<Target> asked = new ArrayList<>();
        for (long at = from; at < from + seconds * SECOND; at += SECOND / 10) {
            sooner.next(at).ifPresent(asked::add);
        }
        return asked;
    }

    @Test
    void whatIsHeldIsAskedAtTheSoonerInterval() {
        sooner.plan(10 * SECOND, Double.POSITIVE_INFINITY);
        sooner.hold(target(1), T0);

        assertThat(sooner.due(T0)).isEqualTo(T0 + 10 * SECOND);
        assertThat(asked(T0, 101)).hasSize(10).containsOnly(target(1));
    }

    @Test
    void manyShareThePaceAndAreAskedByTurns() {
        sooner.plan(10 * SECOND, 2);
        for (int i = 0; i < 1_000; i++) {
            sooner.hold(target(i), T0);
        }
        List<Target> asked = asked(T0 + 10 * SECOND, 100);

        assertThat(asked).hasSizeBetween(195, 202).doesNotHaveDuplicates();
    }

    @Test
    void whoHasJustJoinedIsAskedSoonerForAWhile() {
        sooner.plan(10 * SECOND, Double.POSITIVE_INFINITY);
        sooner.keep(target(1), T0 + 35 * SECOND, T0);

        assertThat(asked(T0, 100)).hasSize(3);
        assertThat(sooner.size()).isZero();
    }

    @Test
    void whoIsNamedIsAskedAtOnceAndOnceHoweverOftenItIsNamed() {
        sooner.plan(10 * SECOND, 1);
        sooner.hold(target(1), T0);
        sooner.once(target(2), T0);
        sooner.once(target(2), T0 + SECOND);
        sooner.once(target(1), T0 + SECOND);

        assertThat(asked(T0, 9)).containsExactly(target(2));
        sooner.once(target(2), T0 + 9 * SECOND);
        assertThat(asked(T0 + 9 * SECOND, 20)).containsOnly(target(1));
        assertThat(sooner.size()).isEqualTo(1);
    }

    @Test
    void whoIsNamedWhereNothingIsLeftIsForgotten() {
        sooner.once(target(1), T0);
        sooner.plan(10 * SECOND, 0);
        sooner.once(target(2), T0);

        assertThat(sooner.size()).isZero();
    }

    @Test
    void aReleaseEndsWhatIsHeldAndNotWhatIsKeptForAWhile() {
        sooner.plan(10 * SECOND, Double.POSITIVE_INFINITY);
        sooner.hold(target(1), T0);
        sooner.keep(target(2), T0 + 50 * SECOND, T0);
        sooner.release(target(1));
        sooner.release(target(2));

        assertThat(asked(T0, 30)).containsOnly(target(2));
        sooner.forget(target(2));
        assertThat(sooner.due(T0)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void nothingIsAskedWhereNoPaceIsLeft() {
        sooner.plan(10 * SECOND, 0);
        sooner.hold(target(1), T0);

        assertThat(asked(T0, 100)).isEmpty();
    }

    @Test
    void aClockThatIsSetBackStopsNothing() {
        sooner.plan(10 * SECOND, 1);
        sooner.hold(target(1), T0);
        asked(T0, 20);

        assertThat(asked(T0 - 1_000 * SECOND, 100)).hasSizeBetween(9, 11);
    }
}
