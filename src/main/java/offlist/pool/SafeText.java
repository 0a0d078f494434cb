package offlist.pool;

/** Text from outside, made fit for a message: one line, no control characters, not long. */
final class SafeText {
    private static final int LONGEST = 80;

    private SafeText() {}

    static String of(String raw) {
        String head = raw.length() <= LONGEST ? raw : raw.substring(0, LONGEST) + "…";
        return head.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\uFFFD]", "?");
    }
}
