package offlist.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import offlist.probe.Health;
import org.junit.jupiter.api.Test;

class PathHealthTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final Health DOWN = new Health(Health.State.UNREACHABLE, "down");

    private static Duration wait(PathHealth path, Health said, int times) {
        Instant now = T0;
        for (int i = 0; i < times; i++) {
            path.tested(said, now, 0);
        }
        return Duration.between(now, path.due());
    }

    @Test
    void aDeadPathIsAskedLessAndLessButNeverLessThanEveryFourIntervals() {
        assertThat(wait(new PathHealth(Duration.ofMinutes(1), T0), DOWN, 1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(wait(new PathHealth(Duration.ofMinutes(1), T0), DOWN, 2)).isEqualTo(Duration.ofMinutes(2));
        assertThat(wait(new PathHealth(Duration.ofMinutes(1), T0), DOWN, 50)).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void aDeadPathIsNeverAskedLessThanEveryQuarterOfAnHour() {
        assertThat(wait(new PathHealth(Duration.ofHours(2), T0), DOWN, 9)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aHealthyPathIsTestedAboutHourly() {
        assertThat(wait(new PathHealth(Duration.ofHours(2), T0), Health.HEALTHY, 1))
                .isEqualTo(Duration.ofHours(1));
        assertThat(wait(new PathHealth(Duration.ofSeconds(1), T0), Health.HEALTHY, 1))
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void threeFailuresInARowMakeTheTestPointsDue() {
        PathHealth path = new PathHealth(Duration.ofMinutes(10), T0);
        path.tested(Health.HEALTHY, T0, 0);
        Instant later = T0.plusSeconds(30);

        path.failed(later);
        path.failed(later);
        assertThat(path.due()).isAfter(later);
        path.definite();
        path.failed(later);
        path.failed(later);
        assertThat(path.due()).isAfter(later);
        path.failed(later);

        assertThat(path.due()).isEqualTo(later);
    }

    @Test
    void aRefusalMakesTheTestPointsDueAtOnce() {
        PathHealth path = new PathHealth(Duration.ofMinutes(10), T0);
        path.tested(Health.HEALTHY, T0, 0);

        path.refused(T0.plusSeconds(5));

        assertThat(path.due()).isEqualTo(T0.plusSeconds(5));
    }

    @Test
    void aTestForWhichThereIsNoRoomIsDueWhenThereIsAndSoonAtTheLatest() {
        PathHealth path = new PathHealth(Duration.ofMinutes(10), T0);
        path.asked(T0);
        path.putOff(T0.plusSeconds(10), T0);

        assertThat(path.asking()).isFalse();
        assertThat(path.dueBy(T0.plusSeconds(9))).isFalse();
        assertThat(path.dueBy(T0.plusSeconds(10))).isTrue();
        path.putOff(Instant.MAX, T0);
        assertThat(path.dueBy(T0.plusSeconds(300))).isTrue();
    }

    @Test
    void theTimeOfAStateIsWhenItBegan() {
        PathHealth path = new PathHealth(Duration.ofMinutes(10), T0);
        path.tested(DOWN, T0.plusSeconds(1), 0);
        path.tested(DOWN, T0.plusSeconds(9), 0);

        assertThat(path.since()).isEqualTo(T0.plusSeconds(1));
    }
}
