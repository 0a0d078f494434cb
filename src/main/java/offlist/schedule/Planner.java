package offlist.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import offlist.catalogue.ListId;
import offlist.schedule.Terms.Quota;
import offlist.yaml.Durations;

/**
 * Fits what the operator wants to what the lists allow, and says so where it does not fit. Lists that share a limit are
 * stretched by the same factor.
 */
public final class Planner {
    /** Polite to a public list that publishes no rate, and a /24 is still through within seconds. */
    static final double SHIPPED_PER_SECOND = 50;

    static final int SHIPPED_WINDOW = 50;
    /** With more than about a hundred at a time a list server's socket buffer begins to lose questions. */
    static final int OWN_WINDOW = 100;

    /** Part of a rate that the even turns may use. */
    static final double SHARE_OF_TURNS = Spend.TURN.share();
    /** A positive and a negative point. */
    private static final int QUESTIONS_A_TEST = 2;
    /** Part of a day's allowance that test points are planned to use. */
    private static final double SHARE_OF_TESTS = 0.1;

    /** Part of what the turns may use that is kept for what is asked sooner, where not all fits. */
    private static final double SHARE_OF_SOONER = 0.15;
    /** What matters more is asked so many times as often. */
    private static final int SOONER = 4;

    private static final Duration SHORTEST_RECHECK = Duration.ofMinutes(1);
    private static final Duration LONGEST_RECHECK = Duration.ofHours(1);
    private static final Duration RAREST_RECHECK = Duration.ofHours(12);
    private static final double SECONDS_A_DAY = 86_400;
    /** The first slot of a window counts in full, see {@link Allowance}. */
    private static final double WHOLE_SLOTS = (Allowance.SLOTS - 1.0) / Allowance.SLOTS;

    private final Duration general;
    private final Map<ListId, Draft> drafts = new LinkedHashMap<>();

    private Planner(Collection<Asking> lists, Duration general) {
        this.general = general;
        lists.forEach(list -> drafts.put(list.id(), new Draft(list)));
    }

    /** What becomes of one list's interval on the way through the limits. */
    private final class Draft {
        private final Asking asking;
        private final Duration wanted;
        private double seconds;
        private String stretch = "";
        private Terms terms;
        private Duration recheck = Duration.ZERO;
        /** Questions a second that the turns leave. */
        private double spare;

        Draft(Asking asking) {
            this.asking = asking;
            this.wanted = asking.wanted(general);
            this.seconds = wanted.toNanos() / 1e9;
            this.terms = Terms.rate(asking.own() ? Double.POSITIVE_INFINITY : SHIPPED_PER_SECOND);
            this.spare = Double.POSITIVE_INFINITY;
        }

        /** Takes note of what is left of a pace when all turns of some lists are made; each has its part of it. */
        void spare(double perSecond, double turns) {
            double mine = turns == 0 ? perSecond : (perSecond - turns) * perSecond() / turns;
            spare = Math.max(0, Math.min(spare, mine));
        }

        Plan.Early early() {
            Duration quarter = planned().dividedBy(SOONER);
            Duration least = asking.shortest();
            Duration soon = quarter.compareTo(least) > 0 ? quarter : least;
            boolean sooner = soon.compareTo(planned()) < 0;
            return new Plan.Early(soon, sooner ? spare * asking.restraint() : 0, !asking.own());
        }

        double perSecond() {
            return asking.targets() / seconds;
        }

        void stretch(double factor, String why) {
            if (factor > 1) {
                seconds *= factor;
                stretch = why;
            }
        }

        String wish() {
            return asking.targets() + " targets every " + Durations.print(wanted);
        }

        double testsADay() {
            return asking.paths() * QUESTIONS_A_TEST * SECONDS_A_DAY / seconds(usualRecheck(), recheck);
        }

        private Duration usualRecheck() {
            Duration planned = planned();
            Duration atLeast = planned.compareTo(SHORTEST_RECHECK) > 0 ? planned : SHORTEST_RECHECK;
            return atLeast.compareTo(LONGEST_RECHECK) < 0 ? atLeast : LONGEST_RECHECK;
        }

        Duration planned() {
            return stretch.isEmpty() ? wanted : Duration.ofMillis((long) Math.ceil(seconds * 1000));
        }

        Plan plan() {
            double turns = asking.targets() * SECONDS_A_DAY;
            double tests = testsADay();
            Plan.Load load = new Plan.Load(
                    Math.round(turns / Math.max(1, wanted.toMillis()) * 1000 + tests),
                    Math.round(turns / Math.max(1, planned().toMillis()) * 1000 + tests),
                    recheck);
            return new Plan(
                    wanted, planned(), stretch, terms, asking.own() ? OWN_WINDOW : SHIPPED_WINDOW, load, early());
        }
    }

    /**
     * A plan for each list.
     *
     * @param general the user's interval for all lists
     */
    public static Map<ListId, Plan> plans(Collection<Asking> lists, Duration general) {
        Planner planner = new Planner(lists, general);
        planner.drafts.values().forEach(planner::ownRate);
        planner.groups(draft -> draft.asking.publishedRate()).forEach(planner::sharedRate);
        planner.groups(draft -> draft.asking.usage().freeLimitPerDay()).forEach(planner::day);
        planner.drafts.values().forEach(planner::restrain);
        Map<ListId, Plan> plans = new LinkedHashMap<>();
        planner.drafts.forEach((id, draft) -> plans.put(id, draft.plan()));
        return plans;
    }

    /** The plan for a list that shares nothing. */
    public static Plan plan(Asking asking, Duration general) {
        return java.util.Objects.requireNonNull(plans(List.of(asking), general).get(asking.id()));
    }

    private Map<String, List<Draft>> groups(Function<Draft, Optional<?>> limit) {
        return drafts.values().stream()
                .filter(draft -> limit.apply(draft).isPresent())
                .collect(Collectors.groupingBy(
                        draft -> draft.asking.group(), LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    }

    private void ownRate(Draft draft) {
        draft.asking.rate().ifPresent(rate -> draft.terms = Terms.rate(rate));
        double pace = draft.terms.perSecond() * SHARE_OF_TURNS;
        draft.stretch(
                draft.perSecond() / turns(draft.perSecond(), pace),
                draft.wish() + " would be more than its " + number(draft.terms.perSecond()) + " questions a second");
        draft.spare(pace, draft.perSecond());
    }

    private void sharedRate(String group, List<Draft> drafts) {
        double rate = drafts.stream()
                .mapToDouble(draft -> draft.asking.publishedRate().orElseThrow())
                .min()
                .orElseThrow();
        double wanted = drafts.stream().mapToDouble(Draft::perSecond).sum();
        double pace = rate * SHARE_OF_TURNS;
        double factor = wanted / turns(wanted, pace);
        for (Draft draft : drafts) {
            draft.terms = new Terms(group, rate, draft.terms.quota());
            draft.stretch(
                    factor,
                    draft.wish() + " would be more than its " + number(rate) + " questions a second"
                            + together(drafts));
        }
        drafts.forEach(draft -> draft.spare(pace, Math.min(wanted, turns(wanted, pace))));
    }

    /** What the turns have of a pace: what they want, or where that does not fit what is not kept for others. */
    private static double turns(double wanted, double pace) {
        return wanted <= pace * (1 - SHARE_OF_SOONER) ? wanted : Math.min(wanted, pace * (1 - SHARE_OF_SOONER));
    }

    private void day(String group, List<Draft> drafts) {
        int limit = drafts.stream()
                .mapToInt(draft -> draft.asking.usage().freeLimitPerDay().orElseThrow())
                .min()
                .orElseThrow();
        rareTests(limit, drafts);
        double tests = drafts.stream().mapToDouble(Draft::testsADay).sum();
        double whole = limit * Spend.TURN.share() * WHOLE_SLOTS;
        double room = Math.max(whole - tests, whole * SHARE_OF_TESTS);
        double wanted = drafts.stream().mapToDouble(Draft::perSecond).sum() * SECONDS_A_DAY;
        double turns = turns(wanted, room);
        for (Draft draft : drafts) {
            draft.terms = new Terms(draft.terms.pace(), draft.terms.perSecond(), Optional.of(new Quota(group, limit)));
            draft.stretch(
                    wanted / turns,
                    draft.wish() + " would be " + count(turns(draft)) + " questions a day, and it leaves "
                            + count(limit) + together(drafts));
        }
        double left = room * Spend.SOONER.share() / Spend.TURN.share();
        drafts.forEach(draft -> draft.spare(left / SECONDS_A_DAY, Math.min(turns, left) / SECONDS_A_DAY));
    }

    private static double turns(Draft draft) {
        return draft.asking.targets() * SECONDS_A_DAY / Math.max(0.001, draft.wanted.toNanos() / 1e9);
    }

    private static void rareTests(int limit, List<Draft> drafts) {
        int paths = drafts.stream().mapToInt(draft -> draft.asking.paths()).sum();
        double seconds = paths * QUESTIONS_A_TEST * SECONDS_A_DAY / (limit * SHARE_OF_TESTS);
        double rarest = Math.min(seconds, RAREST_RECHECK.toSeconds());
        drafts.forEach(draft -> draft.recheck = Duration.ofSeconds((long) rarest));
    }

    private static String together(List<Draft> drafts) {
        return drafts.size() == 1 ? "" : " for " + drafts.size() + " lists together";
    }

    private void restrain(Draft draft) {
        long percent = Math.round(draft.asking.restraint() * 100);
        draft.terms = draft.terms.slower(draft.asking.restraint());
        draft.stretch(
                1 / draft.asking.restraint(),
                "it said that it is asked too often, so it is asked at " + percent + "% of the pace until it is calm");
    }

    private static double seconds(Duration one, Duration other) {
        return (one.compareTo(other) > 0 ? one : other).toNanos() / 1e9;
    }

    private static String number(double perSecond) {
        return perSecond == Math.rint(perSecond)
                ? String.valueOf((long) perSecond)
                : String.format(Locale.ROOT, "%.3g", perSecond);
    }

    private static String count(double questions) {
        return String.format(Locale.ROOT, "%,d", Math.round(questions));
    }
}
