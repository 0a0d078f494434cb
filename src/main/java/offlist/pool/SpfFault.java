package offlist.pool;

/** Why an SPF record cannot be expanded, as a sentence; it never leaves the package as an exception. */
final class SpfFault extends Exception {
    private static final long serialVersionUID = 1;

    SpfFault(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
