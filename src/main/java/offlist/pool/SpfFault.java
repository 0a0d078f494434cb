package offlist.pool;

/** Why an SPF record cannot be read to its end, as a sentence; it never leaves the package as an exception. */
final class SpfFault extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean passing;

    SpfFault(String sentence) {
        this(sentence, false);
    }

    private SpfFault(String sentence, boolean passing) {
        super(sentence, null, false, false);
        this.passing = passing;
    }

    /** DNS gave no usable answer: a receiver's "temperror" (RFC 7208 section 2.6.6). */
    static SpfFault passing(String sentence) {
        return new SpfFault(sentence, true);
    }

    /** Whether it may be gone when one looks again. */
    boolean passes() {
        return passing;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
