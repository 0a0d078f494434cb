package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import offlist.catalogue.ListId;
import offlist.schedule.Plan;
import offlist.schedule.Terms;
import offlist.schedule.Terms.Quota;
import org.junit.jupiter.api.Test;

class PlanToldTest {
    private static final Duration TEN = Duration.ofMinutes(10);

    private final PlanTold told = new PlanTold();

    private static Plan plan(Duration planned, String quota, int perDay, long wanted) {
        Optional<Quota> limit = perDay == 0 ? Optional.empty() : Optional.of(new Quota(quota, perDay));
        return new Plan(
                TEN,
                planned,
                planned.equals(TEN) ? "" : "too many",
                new Terms("", 50, limit),
                50,
                new Plan.Load(wanted, 0, Duration.ZERO));
    }

    private static Map<ListId, Plan> plans(Object... idsAndPlans) {
        Map<ListId, Plan> plans = new LinkedHashMap<>();
        for (int i = 0; i < idsAndPlans.length; i += 2) {
            plans.put(new ListId((String) idsAndPlans[i]), (Plan) idsAndPlans[i + 1]);
        }
        return plans;
    }

    @Test
    void thePlanAddsUpAndASharedLimitCountsOnce() {
        Map<ListId, Plan> plans = plans(
                "a", plan(Duration.ofSeconds(7_999), "op", 300_000, 600_000),
                "b", plan(Duration.ofHours(3), "op", 300_000, 600_000),
                "c", plan(TEN, "else", 10, 5),
                "d", plan(Duration.ofMinutes(20), "", 0, 900));

        assertThat(told.news(plans, TEN))
                .contains(
                        "3 lists are asked less often than wanted (every 10m or what the list proposes): a every 2h14m,"
                                + " b every 3h, d every 20m; those with a limit would need 1.2 million questions a day, and 300,000"
                                + " are left; `offlist lists` says why");
    }

    @Test
    void itIsToldOnceAndAgainWhenItHasBecomeOtherwise() {
        Map<ListId, Plan> plans = plans("a", plan(Duration.ofHours(1), "op", 100, 200));
        assertThat(told.news(plans, TEN)).isPresent();

        assertThat(told.news(plans, TEN)).isEmpty();
        assertThat(told.news(plans("a", plan(Duration.ofMinutes(65), "op", 100, 200)), TEN))
                .isEmpty();
        assertThat(told.news(plans("a", plan(Duration.ofHours(2), "op", 100, 200)), TEN))
                .isPresent();
        assertThat(told.news(plans("a", plan(TEN, "op", 100, 20)), TEN))
                .contains("all lists are asked as often as wanted");
        assertThat(told.news(plans("a", plan(TEN, "op", 100, 20)), TEN)).isEmpty();
    }

    @Test
    void nothingIsToldWhereNothingIsStretched() {
        assertThat(told.news(plans("a", plan(TEN, "op", 100, 20)), TEN)).isEmpty();
        assertThat(told.news(Map.of(), TEN)).isEmpty();
    }

    @Test
    void theSentenceStaysShort() {
        Map<ListId, Plan> plans = new LinkedHashMap<>();
        IntStream.range(0, 40).forEach(i -> plans.put(new ListId("l" + i), plan(Duration.ofHours(1), "", 0, 0)));

        assertThat(told.news(plans, TEN).orElseThrow())
                .startsWith("40 lists are asked less often")
                .contains("l9 every 1h and 30 more;")
                .doesNotContain("l10");
    }
}
