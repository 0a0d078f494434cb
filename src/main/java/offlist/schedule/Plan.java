package offlist.schedule;

import java.time.Duration;

/**
 * How a list is going to be asked.
 *
 * @param wanted interval that the operator and the catalogue ask for
 * @param planned interval that fits the list's limits, never shorter than wanted
 * @param stretch in words why planned is longer, empty when it is not
 * @param terms how fast and how often a day it may be asked
 * @param window the most questions without an answer at a time
 * @param load what that makes in a day
 * @param early how targets that matter more are asked sooner than their turn
 */
public record Plan(Duration wanted, Duration planned, String stretch, Terms terms, int window, Load load, Early early) {
    private static final int UNBOUNDED = 2_048;

    /** A plan for a list without a limit of a day. */
    public Plan(Duration wanted, Duration planned, String stretch, double perSecond, int window) {
        this(wanted, planned, stretch, Terms.rate(perSecond), window, Load.NONE, Early.NONE);
    }

    /** A plan in which nothing is asked sooner than its turn. */
    public Plan(Duration wanted, Duration planned, String stretch, Terms terms, int window, Load load) {
        this(wanted, planned, stretch, terms, window, load, Early.NONE);
    }

    /**
     * What is asked sooner than its turn.
     *
     * @param interval between two questions about one target
     * @param perSecond what the turns leave of the pace; infinite where nothing bounds it
     * @param spread whether the list is asked from a random moment on, as it is not the user's own
     */
    public record Early(Duration interval, double perSecond, boolean spread) {
        static final Early NONE = new Early(Duration.ofDays(1), 0, false);
    }

    /**
     * Questions a day.
     *
     * @param wanted the turns that are wanted would need, with test points
     * @param planned those that are planned need
     * @param recheck time between two tests of a path, at least; zero where no limit makes them rare
     */
    public record Load(long wanted, long planned, Duration recheck) {
        static final Load NONE = new Load(0, 0, Duration.ZERO);
    }

    /** The most questions a second; infinite where nothing bounds them. */
    public double perSecond() {
        return terms.perSecond();
    }

    /** The most questions by the short way without an answer at a time; where nothing bounds the rate, the wire does. */
    public int sweep() {
        return Double.isInfinite(perSecond()) ? UNBOUNDED : window;
    }

    /** Whether it is asked less often than wanted. */
    public boolean stretched() {
        return !stretch.isEmpty();
    }
}
