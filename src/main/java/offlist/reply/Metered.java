package offlist.reply;

/**
 * A text that may be read only so often: a pattern that runs away on a hostile text ends here and counts as no match,
 * whoever wrote it. One for each reply; not for several threads.
 */
final class Metered implements CharSequence {
    private final String text;
    private int left;

    Metered(String text, int reads) {
        this.text = text;
        this.left = reads;
    }

    /** How often it may still be read. */
    int left() {
        return left;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new UsedUp();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Thrown out of the matcher; it has no stack, as nobody looks at it. */
    static final class UsedUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsedUp() {
            super("the text was read too often", null, false, false);
        }
    }
}
