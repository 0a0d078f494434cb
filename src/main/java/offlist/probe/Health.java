package offlist.probe;

import java.util.Locale;

/**
 * What the test points of a list said through one resolver.
 *
 * @param cause in words, with the remedy; empty when healthy
 * @param symptom what it may say about the resolver
 */
public record Health(State state, String cause, Symptom symptom) {
    public static final Health HEALTHY = new Health(State.HEALTHY, "");

    /** Without anything seen but the state; that nothing answers may always be the resolver's doing. */
    public Health(State state, String cause) {
        this(state, cause, state == State.UNREACHABLE ? Symptom.open(Symptom.Sign.NO_ANSWER, "timeout") : Symptom.NONE);
    }

    /** The same with another sentence. */
    public Health because(String other) {
        return new Health(state, other, symptom);
    }

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
