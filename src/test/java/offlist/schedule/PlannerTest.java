package offlist.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.catalogue.About;
import offlist.catalogue.Cost;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListId;
import offlist.catalogue.PublicResolvers;
import offlist.catalogue.Registration;
import offlist.catalogue.UsagePolicy;
import offlist.catalogue.Zone;
import offlist.schedule.Terms.Quota;
import offlist.yaml.Rate;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Duration TEN = Duration.ofMinutes(10);
    private static final UsagePolicy FREE = usage(Optional.empty(), Optional.empty(), Optional.empty());

    private static UsagePolicy usage(Optional<Integer> perDay, Optional<Duration> interval, Optional<Rate> rate) {
        return new UsagePolicy(
                perDay,
                Optional.empty(),
                PublicResolvers.UNKNOWN,
                Registration.NONE,
                Cost.FREE,
                interval,
                Optional.of(Duration.ofMinutes(3)),
                rate,
                "",
                "");
    }

    private static UsagePolicy perDay(int limit) {
        return usage(Optional.of(limit), Optional.empty(), Optional.empty());
    }

    private static DnsList list(String id, String operator, UsagePolicy usage) {
        DnsList own = DnsList.custom(new ListId(id), Zone.of(id + ".example.com"));
        return new DnsList(
                own.id(),
                own.zone(),
                own.access(),
                own.kinds(),
                own.type(),
                own.profile(),
                own.severity(),
                own.scopes(),
                own.style(),
                own.relations(),
                own.codes(),
                own.unknownCode(),
                own.test(),
                usage,
                own.removal(),
                new About(operator, id, "", Optional.empty(), Optional.empty(), List.of()),
                own.standing(),
                own.levels());
    }

    private static Asking shipped(DnsList list, int targets) {
        return new Asking(list, false, Optional.empty(), Optional.empty(), targets, 1, 1);
    }

    private static Plan plan(UsagePolicy usage, Optional<Duration> interval, int targets) {
        return Planner.plan(new Asking(list("bl", "Op", usage), false, interval, Optional.empty(), targets, 1, 1), TEN);
    }

    private static Plan own(Duration interval, Optional<Double> rate, int targets) {
        return Planner.plan(
                new Asking(
                        list("house", "", UsagePolicy.unlimited()), true, Optional.of(interval), rate, targets, 1, 1),
                TEN);
    }

    private static Plan of(String id, Map<ListId, Plan> plans) {
        return Optional.ofNullable(plans.get(new ListId(id))).orElseThrow();
    }

    private static double turnsADay(int targets, Plan plan) {
        return targets * 86_400_000.0 / plan.planned().toMillis();
    }

    @Test
    void theLongestOfTheGeneralIntervalTheProposedOneAndTheLifeOfAnswersIsWanted() {
        assertThat(plan(
                                usage(Optional.empty(), Optional.of(Duration.ofMinutes(30)), Optional.empty()),
                                Optional.empty(),
                                10)
                        .wanted())
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(plan(
                                usage(Optional.empty(), Optional.of(Duration.ofMinutes(1)), Optional.empty()),
                                Optional.empty(),
                                10)
                        .wanted())
                .isEqualTo(TEN);
        assertThat(Planner.plan(shipped(list("bl", "Op", FREE), 1), Duration.ofMinutes(1))
                        .wanted())
                .isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void theUsersIntervalForTheListWins() {
        Plan plan = plan(
                usage(Optional.empty(), Optional.of(Duration.ofMinutes(30)), Optional.empty()),
                Optional.of(Duration.ofMinutes(1)),
                10);

        assertThat(plan.planned()).isEqualTo(Duration.ofMinutes(1));
        assertThat(plan.stretched()).isFalse();
    }

    @Test
    void aDayNeverTakesMoreThanTheListAllowsWithTestPointsAndWhatIsKeptForLooks() {
        Plan plan = plan(perDay(100_000), Optional.empty(), 4096);

        assertThat(plan.load().planned()).isBetween(75_500L, 77_000L);
        assertThat(turnsADay(4096, plan)).isLessThan(plan.load().planned());
        assertThat(plan.load().wanted()).isBetween(589_824L, 590_000L);
        assertThat(plan.stretch())
                .isEqualTo("4096 targets every 10m would be 589,824 questions a day, and it leaves 100,000");
    }

    @Test
    void aPlanThatFitsIsNotStretched() {
        Plan plan = plan(perDay(100_000), Optional.empty(), 500);

        assertThat(plan.planned()).isEqualTo(TEN);
        assertThat(plan.stretch()).isEmpty();
        assertThat(plan.terms().quota()).contains(new Quota("op", 100_000));
    }

    @Test
    void aSmallLimitMakesTestPointsRareAndStillLeavesRoomForTurns() {
        Plan plan = plan(perDay(333), Optional.empty(), 1);
        double tests = 86_400.0 / plan.load().recheck().toSeconds() * 2;

        assertThat(tests).isBetween(30.0, 34.0);
        assertThat(turnsADay(1, plan) + tests).isLessThan(300);
    }

    @Test
    void listsOfOneOperatorAreStretchedTogether() {
        Map<ListId, Plan> plans = Planner.plans(
                List.of(
                        shipped(list("a", "Spam House", perDay(100_000)), 1_000),
                        shipped(list("b", "Spam House", perDay(100_000)), 1_000),
                        shipped(list("c", "Other", perDay(100_000)), 500)),
                TEN);
        Plan a = of("a", plans);
        Plan b = of("b", plans);

        assertThat(a.planned()).isEqualTo(b.planned());
        assertThat(a.load().planned() + b.load().planned()).isBetween(75_000L, 77_000L);
        assertThat(a.stretch())
                .isEqualTo("1000 targets every 10m would be 144,000 questions a day, and it leaves 100,000 for 2 lists"
                        + " together");
        assertThat(a.terms().quota()).contains(new Quota("spam-house", 100_000));
        assertThat(of("c", plans).stretched()).isFalse();
    }

    @Test
    void whereListsShareALimitTheSmallestHolds() {
        Map<ListId, Plan> plans = Planner.plans(
                List.of(shipped(list("a", "Op", perDay(100_000)), 1), shipped(list("b", "Op", perDay(5_000)), 1)), TEN);

        assertThat(plans.values())
                .extracting(plan -> plan.terms().quota())
                .containsOnly(Optional.of(new Quota("op", 5_000)));
    }

    @Test
    void aNameInTheCatalogueSaysWhoseALimitIs() {
        UsagePolicy mine = new UsagePolicy(
                Optional.of(1_000),
                Optional.of("apart"),
                PublicResolvers.UNKNOWN,
                Registration.NONE,
                Cost.FREE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "");

        assertThat(plan(mine, Optional.empty(), 1).terms().quota()).contains(new Quota("apart", 1_000));
        assertThat(Planner.plan(
                                new Asking(
                                        list("own", "", perDay(7)), true, Optional.empty(), Optional.empty(), 1, 1, 1),
                                TEN)
                        .terms()
                        .quota())
                .contains(new Quota("own.example.com", 7));
    }

    @Test
    void aPublishedRateIsForAllListsOfItsOperator() {
        UsagePolicy five = usage(Optional.empty(), Optional.empty(), Rate.parse("5/s"));
        Map<ListId, Plan> plans = Planner.plans(
                List.of(shipped(list("a", "Op", five), 2_700), shipped(list("b", "Op", five), 2_700)), TEN);
        Plan a = of("a", plans);

        assertThat(a.planned()).isBetween(Duration.ofSeconds(1_411), Duration.ofSeconds(1_412));
        assertThat(a.terms().pace()).isEqualTo("op");
        assertThat(a.stretch())
                .isEqualTo("2700 targets every 10m would be more than its 5 questions a second for 2 lists together");
    }

    @Test
    void noTurnIsFasterThanTheRate() {
        Plan plan = own(Duration.ofSeconds(1), Optional.of(5.0), 90);

        assertThat(plan.planned()).isBetween(Duration.ofMillis(23_529), Duration.ofMillis(23_530));
        assertThat(plan.stretch()).isEqualTo("90 targets every 1s would be more than its 5 questions a second");
    }

    @Test
    void aListOfTheUsersOwnObeysItsIntervalWithoutALimit() {
        Plan plan = own(Duration.ofSeconds(1), Optional.empty(), 1_000_000);

        assertThat(plan.planned()).isEqualTo(Duration.ofSeconds(1));
        assertThat(plan.perSecond()).isInfinite();
        assertThat(plan.terms().quota()).isEmpty();
    }

    @Test
    void whatMattersMoreIsAskedFourTimesAsOftenButNoListIsNagged() {
        assertThat(own(Duration.ofMinutes(10), Optional.empty(), 10).early())
                .isEqualTo(new Plan.Early(Duration.ofSeconds(150), Double.POSITIVE_INFINITY, false));
        assertThat(own(Duration.ofSeconds(2), Optional.empty(), 10).early().interval())
                .isEqualTo(Duration.ofSeconds(1));
        Plan.Early proposed = plan(
                        usage(Optional.empty(), Optional.of(Duration.ofMinutes(30)), Optional.empty()),
                        Optional.empty(),
                        10)
                .early();
        assertThat(proposed.perSecond()).isZero();
        assertThat(proposed.spread()).isTrue();
        assertThat(plan(FREE, Optional.of(Duration.ofHours(2)), 10).early().interval())
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void whereNotAllFitsAPartIsKeptForWhatIsAskedSooner() {
        Plan stretched = plan(perDay(100_000), Optional.empty(), 4096);
        double sooner = stretched.early().perSecond() * 86_400;

        assertThat(sooner).isBetween(7_000.0, 9_000.0);
        assertThat(sooner + stretched.load().planned()).isLessThan(85_000);
        Plan roomy = plan(perDay(100_000), Optional.empty(), 100);
        assertThat(roomy.early().perSecond() * 86_400 + roomy.load().planned()).isBetween(80_000.0, 85_000.0);
    }

    @Test
    void aPublicListWithoutAPublishedRateIsAskedPolitely() {
        assertThat(plan(FREE, Optional.empty(), 1).perSecond()).isEqualTo(50);
    }

    @Test
    void aListThatSaidThatItIsAskedTooOftenIsAskedLessOften() {
        Plan plan = Planner.plan(
                new Asking(list("bl", "Op", FREE), false, Optional.empty(), Optional.empty(), 10, 1, 0.25), TEN);

        assertThat(plan.planned()).isEqualTo(Duration.ofMinutes(40));
        assertThat(plan.perSecond()).isEqualTo(12.5);
        assertThat(plan.stretch())
                .isEqualTo("it said that it is asked too often, so it is asked at 25% of the pace until it is calm");
    }
}
