package offlist.probe;

import java.util.Locale;

/**
 * What the test points of a list said through one resolver.
 *
 * @param cause in words, with the remedy; empty when healthy
 */
public record Health(State state, String cause) {
    public static final Health HEALTHY = new Health(State.HEALTHY, "");

    /** States of a list; values of the metric label {@code state}. */
    public enum State {
        HEALTHY,
        /** The list answers that we may not ask. */
        REFUSING,
        /** The negative test point is listed. */
        LISTS_EVERYTHING,
        /** The positive test point is not listed. */
        LISTS_NOTHING,
        UNREACHABLE,
        /** Not asked yet, or the list has no test points. */
        UNVERIFIED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether answers may open or close a listing. */
    public boolean believable() {
        return state == State.HEALTHY;
    }
}
