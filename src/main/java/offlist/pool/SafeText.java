package offlist.pool;

/** Text from outside, made fit for a message: one line, no control characters, not long. */
public final class SafeText {
    private static final int LONGEST = 80;

    private SafeText() {}

    public static String of(String raw) {
        return of(raw, LONGEST);
    }

    /** The same with a length of one's own. */
    public static String of(String raw, int longest) {
        String head = raw.length() <= longest ? raw : raw.substring(0, longest) + "…";
        return head.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\uFFFD]", "?");
    }
}
