package offlist.probe;

/**
 * What a failed test may say about the resolver instead of the list.
 *
 * @param blame what a diagnosis question said; that of one list alone proves nothing, that of several does
 * @param words the answer behind it, in a few words
 */
public record Symptom(Sign sign, Blame blame, String words) {
    public static final Symptom NONE = new Symptom(Sign.NONE, Blame.OPEN, "");

    /** What was seen at the test points. */
    public enum Sign {
        /** Nothing that a resolver does. */
        NONE,
        NO_ANSWER,
        /** The resolver does not take questions from here. */
        DENIED,
        /** An address where there should be none, or one that no list gives. */
        OUTSIDE,
        /** A name that must have an address exists without one. */
        EMPTY,
        /** The list says that the resolver is a public one. */
        PUBLIC
    }

    /** Whose doing it is. */
    public enum Blame {
        RESOLVER,
        LIST,
        /** Nobody was asked, or nobody could tell. */
        OPEN
    }

    static Symptom open(Sign sign, String words) {
        return new Symptom(sign, Blame.OPEN, words);
    }

    Symptom blames(Blame who) {
        return new Symptom(sign, who, words);
    }

    Symptom saying(String other) {
        return new Symptom(sign, blame, other);
    }

    /** Whether other lists asked through the same resolver should be looked at before anybody is told. */
    public boolean suspicious() {
        return sign != Sign.NONE;
    }
}
