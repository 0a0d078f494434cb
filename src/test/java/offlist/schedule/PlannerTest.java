package offlist.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import offlist.catalogue.Cost;
import offlist.catalogue.PublicResolvers;
import offlist.catalogue.Registration;
import offlist.catalogue.UsagePolicy;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Duration TEN = Duration.ofMinutes(10);

    private static UsagePolicy usage(Optional<Integer> perDay, Optional<Duration> interval) {
        return new UsagePolicy(
                perDay,
                PublicResolvers.UNKNOWN,
                Registration.NONE,
                Cost.FREE,
                interval,
                Optional.empty(),
                Optional.empty(),
                "",
                "");
    }

    private static Plan plan(UsagePolicy usage, Optional<Duration> own, int targets) {
        return Planner.plan(usage, false, own, TEN, Optional.empty(), targets);
    }

    @Test
    void theLargerOfTheGeneralIntervalAndTheListsOwnIsWanted() {
        assertThat(plan(usage(Optional.empty(), Optional.of(Duration.ofMinutes(30))), Optional.empty(), 10)
                        .wanted())
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(plan(usage(Optional.empty(), Optional.of(Duration.ofMinutes(1))), Optional.empty(), 10)
                        .wanted())
                .isEqualTo(TEN);
    }

    @Test
    void theUsersIntervalForTheListWins() {
        Plan plan = plan(
                usage(Optional.empty(), Optional.of(Duration.ofMinutes(30))), Optional.of(Duration.ofMinutes(1)), 10);

        assertThat(plan.planned()).isEqualTo(Duration.ofMinutes(1));
        assertThat(plan.stretch()).isEmpty();
    }

    @Test
    void aDayNeverTakesMoreThanTheListAllows() {
        Plan plan = plan(usage(Optional.of(100_000), Optional.empty()), Optional.empty(), 4096);
        double perDay = 4096 * 86_400.0 / plan.planned().toSeconds();

        assertThat(perDay).isLessThan(100_000);
        assertThat(plan.stretch())
                .isEqualTo("4096 targets every 10m would be more than its 100000 free questions a day");
    }

    @Test
    void noTurnIsFasterThanTheRate() {
        Plan plan = Planner.plan(
                UsagePolicy.unlimited(), true, Optional.of(Duration.ofSeconds(1)), TEN, Optional.of(5.0), 90);

        assertThat(plan.planned()).isEqualTo(Duration.ofSeconds(20));
        assertThat(plan.stretch()).isEqualTo("90 targets every 1s would be more than its 5 questions a second");
    }

    @Test
    void aListOfTheUsersOwnObeysItsInterval() {
        Plan plan = Planner.plan(
                UsagePolicy.unlimited(), true, Optional.of(Duration.ofSeconds(1)), TEN, Optional.empty(), 200);

        assertThat(plan.planned()).isEqualTo(Duration.ofSeconds(1));
    }
}
