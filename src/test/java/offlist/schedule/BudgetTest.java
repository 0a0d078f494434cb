package offlist.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import offlist.catalogue.ListId;
import offlist.schedule.Terms.Quota;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final long T0 = Budget.nanos(Instant.parse("2026-11-22T10:00:00Z"));
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);
    private static final ListId ONE = new ListId("one");
    private static final ListId OTHER = new ListId("other");

    private final KeptClaims claims = new KeptClaims();
    private final Budgets budgets = new Budgets(claims);

    private static Budget pace(double perSecond, double burst) {
        return new Budget(new Bucket(perSecond, burst, T0), null);
    }

    private static Terms day(String quota, int perDay) {
        return new Terms("", Double.POSITIVE_INFINITY, Optional.of(new Quota(quota, perDay)));
    }

    private static int takeAll(Budget budget, Spend what, long now) {
        int taken = 0;
        while (budget.take(what, now)) {
            taken++;
        }
        return taken;
    }

    @Test
    void noSecondGivesMoreThanTheRateAndTheBurst() {
        Budget budget = pace(10, 2);
        int taken = 0;
        for (int milli = 0; milli < 10_000; milli++) {
            taken += budget.take(Spend.TURN, T0 + milli * MILLI) ? 1 : 0;
        }

        assertThat(taken).isBetween(100, 102);
    }

    @Test
    void itSaysWhenTheNextIsAllowed() {
        Budget budget = pace(10, 1);
        budget.take(Spend.TURN, T0);
        long ready = budget.readyAt(Spend.TURN, T0);

        assertThat(budget.take(Spend.TURN, ready - MILLI)).isFalse();
        assertThat(budget.take(Spend.TURN, ready)).isTrue();
    }

    @Test
    void twoQuestionsAtOnceMakeTheNextWaitForBoth() {
        Budget budget = pace(10, 1);
        budget.take(Spend.URGENT, 2, T0);

        assertThat(budget.readyAt(Spend.TURN, T0)).isBetween(T0 + 199 * MILLI, T0 + 201 * MILLI);
    }

    @Test
    void aClockThatIsSetBackGivesNothingAway() {
        Budget budget = pace(10, 1);
        budget.take(Spend.TURN, T0);

        assertThat(budget.take(Spend.TURN, T0 - HOUR)).isFalse();
        assertThat(budget.take(Spend.TURN, T0 - HOUR + 101 * MILLI)).isTrue();
    }

    @Test
    void aRateOfNothingIsAMistake() {
        assertThatThrownBy(() -> pace(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Terms.rate(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatNobodyLimitsIsNotCounted() {
        Budget budget = budgets.of(ONE, Terms.rate(Double.POSITIVE_INFINITY), T0);

        assertThat(budget).isSameAs(Budget.UNLIMITED);
        assertThat(budget.take(Spend.TURN, 1_000_000, T0)).isTrue();
        assertThat(budget.readyAt(Spend.TURN, T0)).isEqualTo(T0);
        assertThat(budget.daily()).isFalse();
    }

    @Test
    void turnsLeaveRoomForLooksAndLooksForTestPoints() {
        Budget budget = budgets.of(ONE, day("op", 1_000), T0);

        assertThat(takeAll(budget, Spend.TURN, T0)).isEqualTo(900);
        assertThat(takeAll(budget, Spend.URGENT, T0)).isEqualTo(50);
        assertThat(takeAll(budget, Spend.PERSON, T0)).isEqualTo(20);
        assertThat(takeAll(budget, Spend.TEST, T0)).isEqualTo(30);
        assertThat(budget.used(T0)).isEqualTo(1_000);
    }

    @Test
    void listsOfOneQuotaShareIt() {
        Budget one = budgets.of(ONE, day("op", 1_000), T0);
        Budget other = budgets.of(OTHER, day("op", 1_000), T0);
        takeAll(one, Spend.TURN, T0);

        assertThat(other.take(Spend.TURN, T0)).isFalse();
        assertThat(other.used(T0)).isEqualTo(900);
    }

    @Test
    void listsOfOnePaceShareIt() {
        Terms terms = new Terms("op", 5, Optional.empty());
        Budget one = budgets.of(ONE, terms, T0);
        Budget other = budgets.of(OTHER, terms, T0);
        one.take(Spend.TURN, T0);

        assertThat(other.take(Spend.TURN, T0)).isFalse();
    }

    @Test
    void aListThatIsDroppedAndTakenAgainHasUsedWhatItUsed() {
        takeAll(budgets.of(ONE, day("op", 100), T0), Spend.TEST, T0);

        Budget again = budgets.of(new ListId("renamed"), day("op", 100), T0 + HOUR);

        assertThat(again.take(Spend.TEST, T0 + HOUR)).isFalse();
    }

    @Test
    void anotherLimitForgetsNothing() {
        takeAll(budgets.of(ONE, day("op", 100), T0), Spend.TEST, T0);

        assertThat(takeAll(budgets.of(ONE, day("op", 150), T0), Spend.TEST, T0)).isEqualTo(50);
        assertThat(takeAll(budgets.of(ONE, day("op", 50), T0), Spend.TEST, T0)).isZero();
    }

    @Test
    void aKillForgetsNothingAndLosesLittle() {
        takeAll(budgets.of(ONE, day("op", 100), T0), Spend.URGENT, T0);

        Budget after = new Budgets(claims).of(ONE, day("op", 100), T0 + MILLI);

        assertThat(after.used(T0 + MILLI)).isBetween(95, 105);
        assertThat(after.take(Spend.URGENT, T0 + MILLI)).isFalse();
        assertThat(claims.writes()).isEqualTo(10);
    }

    @Test
    void whatTheStoreDoesNotKeepIsNotAsked() {
        Budget budget = budgets.of(ONE, day("op", 100), T0);
        budget.take(Spend.TURN, T0);
        claims.fail(true);

        assertThat(takeAll(budget, Spend.TURN, T0)).isEqualTo(9);
        assertThat(budget.readyAt(Spend.TURN, T0)).isEqualTo(T0 + TimeUnit.SECONDS.toNanos(10));

        claims.fail(false);
        assertThat(budget.take(Spend.TURN, T0 + TimeUnit.SECONDS.toNanos(10))).isTrue();
    }

    @Test
    void whatWasNotAskedAfterAllIsGivenBackToItsOwnTime() {
        Budget budget = budgets.of(ONE, day("op", 100), T0);
        budget.take(Spend.TEST, 5, T0);
        budget.take(Spend.TEST, 4, T0 + HOUR);
        budget.giveBack(3, T0);

        assertThat(budget.used(T0 + HOUR)).isEqualTo(6);
        assertThat(budget.used(T0 + 24 * HOUR + Allowance.SLOT)).isEqualTo(4);
    }

    @Test
    void anotherQuotaIsNoneOfItsBusiness() {
        takeAll(budgets.of(ONE, day("op", 100), T0), Spend.TEST, T0);

        assertThat(new Budgets(claims).of(OTHER, day("else", 100), T0).used(T0)).isZero();
        assertThat(claims.restore(Long.MAX_VALUE))
                .extracting(Claims.Claim::quota)
                .containsOnly("op");
    }

    @Test
    void moreAtOnceThanADayHasRoomForIsNeverReady() {
        Budget budget = budgets.of(ONE, day("op", 2), T0);

        assertThat(budget.readyAt(Spend.URGENT, 2, T0)).isEqualTo(Long.MAX_VALUE);
        assertThat(budget.take(Spend.URGENT, 2, T0)).isFalse();
    }

    @Test
    void aQuotaOfNothingIsAMistake() {
        assertThatThrownBy(() -> new Quota("op", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(List.of(Spend.values())).extracting(Spend::share).isSorted();
    }
}
