package offlist.schedule;

import java.time.Duration;
import java.util.Optional;
import offlist.catalogue.UsagePolicy;

/** Fits what the operator wants to what a list allows, and says so where it does not fit. */
public final class Planner {
    /** Polite to a public list that publishes no rate, and a /24 is still through within seconds. */
    static final double SHIPPED_PER_SECOND = 50;
    /** The user's own list server: only paced, so that no burst overruns its socket. */
    static final double OWN_PER_SECOND = 5_000;

    static final int SHIPPED_WINDOW = 50;
    /** With more than about a hundred at a time a list server's socket buffer begins to lose questions. */
    static final int OWN_WINDOW = 100;

    /** Part of a day's allowance that the even turns may use; the rest is for looks, retries and test points. */
    static final double SHARE_OF_TURNS = 0.9;

    private static final double SECONDS_A_DAY = 86_400;

    private Planner() {}

    /**
     * @param own whether the list is one of the user's own
     * @param interval the user's interval for this list
     * @param general the user's interval for all lists
     * @param rate the user's rate for this list, questions a second
     * @param targets how many targets this list is asked about
     */
    public static Plan plan(
            UsagePolicy usage,
            boolean own,
            Optional<Duration> interval,
            Duration general,
            Optional<Double> rate,
            int targets) {
        Duration wanted =
                interval.orElseGet(() -> longer(general, usage.interval().orElse(Duration.ZERO)));
        Optional<Double> published = usage.maxRate().map(Planner::perSecond);
        double perSecond = rate.or(() -> published).orElse(own ? OWN_PER_SECOND : SHIPPED_PER_SECOND);
        Duration byRate = seconds(targets / (perSecond * SHARE_OF_TURNS));
        Duration byDay = usage.freeLimitPerDay()
                .map(limit -> seconds(targets * SECONDS_A_DAY / (limit * SHARE_OF_TURNS)))
                .orElse(Duration.ZERO);
        Duration planned = longer(wanted, longer(byRate, byDay));
        String stretch = planned.equals(wanted)
                ? ""
                : planned.equals(byDay)
                        ? targets + " targets every " + words(wanted) + " would be more than its "
                                + usage.freeLimitPerDay().orElseThrow() + " free questions a day"
                        : targets + " targets every " + words(wanted) + " would be more than its " + words(perSecond)
                                + " questions a second";
        return new Plan(wanted, planned, stretch, perSecond, own ? OWN_WINDOW : SHIPPED_WINDOW);
    }

    private static double perSecond(offlist.yaml.Rate rate) {
        return rate.perSecond();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) Math.ceil(seconds * 1000));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static String words(Duration duration) {
        return offlist.yaml.Durations.print(duration);
    }

    private static String words(double perSecond) {
        return perSecond == Math.rint(perSecond) ? String.valueOf((long) perSecond) : String.valueOf(perSecond);
    }
}
