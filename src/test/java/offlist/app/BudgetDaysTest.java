package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.schedule.Lane;
import offlist.schedule.LaneId;
import offlist.schedule.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of a daemon whose lists have limits. */
class BudgetDaysTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Lane lane(BudgetDays days, String list) {
        return days.monitor()
                .loop()
                .lane(new LaneId(new ListId(list), Kind.IPV4))
                .orElseThrow();
    }

    private static Plan plan(BudgetDays days, String list) {
        return Optional.ofNullable(days.monitor().plans().get(new ListId(list))).orElseThrow();
    }

    private static Duration age(BudgetDays days, String list) {
        return Duration.between(lane(days, list).oldestAnswer().orElse(java.time.Instant.EPOCH), days.clock.instant());
    }

    private static void assertWithinTheLimits(BudgetDays days, long seed) {
        assertThat(days.witness("op").most).as("op in a day, seed " + seed).isLessThanOrEqualTo(3_000);
        assertThat(days.witness("small").most)
                .as("small in a day, seed " + seed)
                .isLessThanOrEqualTo(333);
        assertThat(days.witness("tiny").most).as("tiny in a day, seed " + seed).isLessThanOrEqualTo(20);
    }

    private static BudgetDays lists(long seed) {
        return new BudgetDays(seed)
                .list("a", "op", 3_000, Optional.empty())
                .list("b", "op", 3_000, Optional.of(2.0))
                .list("c", "small", 333, Optional.empty())
                .list("d", "tiny", 20, Optional.of(0.2));
    }

    @Test
    void aTestThatTheStoreHeldUpIsAskedAsSoonAsItTakesClaims() {
        BudgetDays days = new BudgetDays(7).list("a", "op", 3_000, Optional.empty());
        days.claims.fail(true);
        days.pool(4).pass(MINUTE);
        assertThat(days.witness("op").all).isZero();

        days.claims.fail(false);
        days.pass(Duration.ofSeconds(30));
        assertThat(days.witness("op").all).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noListIsAskedMoreThanItLeavesWhateverHappens(long seed) {
        BudgetDays days = lists(seed).pool(40);
        Random chance = new Random(seed);
        for (int minute = 0; minute < 5 * 1_440; minute++) {
            switch (chance.nextInt(600)) {
                case 0 -> days.kill();
                case 1, 2, 3, 4, 5 -> days.flip();
                case 6, 7, 8, 9, 10, 11, 12 -> days.churn();
                case 13 -> days.failing(chance.nextBoolean() ? 0 : chance.nextDouble());
                case 14 -> days.tooOften(chance.nextInt(3) == 0);
                case 15 -> days.forget("b");
                case 16, 17 -> days.list("b", "op", 3_000, Optional.of(2.0)).load();
                case 18 -> days.listEverything(chance.nextBoolean() ? "a" : "c");
                case 19 -> days.claims.fail(chance.nextInt(4) == 0);
                default -> {}
            }
            days.pass(MINUTE);
        }

        assertWithinTheLimits(days, seed);
        assertThat(days.witness("op").all).as("asked at all, seed " + seed).isGreaterThan(5_000);
    }

    @Test
    void theTurnsThatArePlannedAreMade() {
        BudgetDays days = lists(7).pool(40);
        days.pass(Duration.ofDays(1));
        for (int hour = 0; hour < 72; hour++) {
            days.pass(Duration.ofHours(1));
            for (String list : new String[] {"a", "b", "c"}) {
                assertThat(age(days, list))
                        .as(list + " after " + hour + " hours")
                        .isLessThan(plan(days, list).planned().multipliedBy(11).dividedBy(10));
            }
        }

        assertThat(days.witness("op").most).isBetween(2_000, 3_000);
        assertWithinTheLimits(days, 7);
    }

    @Test
    void whatIsAskedSoonerNeverKeepsTheTurnsFromTheirPlan() {
        BudgetDays days = lists(8).pool(40);
        days.pass(Duration.ofHours(6));
        days.listEverything("a");
        days.pass(Duration.ofDays(1));
        long before = days.witness("op").all;
        for (int hour = 0; hour < 24; hour++) {
            days.pass(Duration.ofHours(1));
            assertThat(age(days, "a"))
                    .isLessThan(plan(days, "a").planned().multipliedBy(11).dividedBy(10));
            assertThat(age(days, "b"))
                    .isLessThan(plan(days, "b").planned().multipliedBy(11).dividedBy(10));
        }

        double turns = 2 * 40 * 86_400.0 / plan(days, "a").planned().toSeconds();
        assertThat(days.witness("op").all - before).isGreaterThan((long) (turns * 1.05));
        assertWithinTheLimits(days, 8);
    }

    @Test
    void manyRestartsInADayAskNoMore() {
        BudgetDays days = lists(9).pool(40);
        for (int i = 0; i < 300; i++) {
            days.kill();
            days.pass(Duration.ofMinutes(7));
        }

        assertWithinTheLimits(days, 9);
    }

    @Test
    void whoSaysTooOftenIsAskedLessAndAfterHoursOfCalmAsBefore() {
        BudgetDays days = lists(10).pool(40);
        days.pass(Duration.ofHours(2));
        Duration before = plan(days, "a").planned();
        days.tooOften(true);
        days.pass(before);
        days.tooOften(false);

        assertThat(plan(days, "a").planned())
                .isGreaterThanOrEqualTo(before.multipliedBy(2).minusMillis(5));
        assertThat(plan(days, "b").planned())
                .isGreaterThanOrEqualTo(before.multipliedBy(2).minusMillis(5));
        assertThat(plan(days, "a").stretch()).contains("asked too often");
        days.pass(Duration.ofHours(24));
        assertThat(plan(days, "a").planned()).isEqualTo(before);
    }
}
