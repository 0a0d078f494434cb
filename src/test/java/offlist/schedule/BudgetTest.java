package offlist.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void noSecondGivesMoreThanTheRateAndTheBurst() {
        Budget budget = new Budget(10, 2, T0);
        int taken = 0;
        for (int milli = 0; milli < 10_000; milli++) {
            taken += budget.take(T0.plusMillis(milli)) ? 1 : 0;
        }

        assertThat(taken).isBetween(100, 102);
    }

    @Test
    void itSaysWhenTheNextIsAllowed() {
        Budget budget = new Budget(10, 1, T0);
        budget.take(T0);
        Instant ready = budget.readyAt(T0);

        assertThat(budget.take(ready.minusMillis(1))).isFalse();
        assertThat(budget.take(ready)).isTrue();
    }

    @Test
    void aClockThatIsSetBackGivesNothingAway() {
        Budget budget = new Budget(10, 1, T0);
        budget.take(T0);

        assertThat(budget.take(T0.minusSeconds(3600))).isFalse();
        assertThat(budget.take(T0.minusSeconds(3600).plusMillis(101))).isTrue();
    }

    @Test
    void aRateOfNothingIsAMistake() {
        assertThatThrownBy(() -> new Budget(0, 1, T0)).isInstanceOf(IllegalArgumentException.class);
    }
}
