package offlist.alert;

/**
 * Text from outside, made fit to be shown: no control characters, nothing that turns the direction of writing or hides,
 * and not too long. Escaping for the place it goes to comes after this.
 */
public final class SafeText {
    /** Beside the categories of what is not shown: what is a letter or a mark by its category, and empty to look at. */
    private static final String HIDDEN = "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029"
            + "\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164\\uFFA0]+";

    private SafeText() {}

    /** One line of at most {@code longest} characters. */
    public static String line(String text, int longest) {
        String start = text.length() > longest * 4 ? cut(text, longest * 4) : text;
        String plain = start.replaceAll(HIDDEN, " ").replaceAll("\\s+", " ").strip();
        return plain.length() <= longest ? plain : cut(plain, longest - 1) + "…";
    }

    private static String cut(String text, int end) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
