package offlist.local;

/**
 * What a file says about a range.
 *
 * @param code the return code
 * @param text as in the file, one character a byte; empty for none
 */
record LocalAnswer(int code, String text) {
    static final int LISTED = 0x7F000002;
    static final LocalAnswer USUAL = new LocalAnswer(LISTED, "");
}
