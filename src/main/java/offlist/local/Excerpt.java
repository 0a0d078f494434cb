package offlist.local;

/** A piece of a file in a message. */
final class Excerpt {
    private static final int LONGEST = 40;

    private Excerpt() {}

    static String of(String text) {
        String shown = text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("[^\\x20-\\x7e]", "?");
        return "`" + shown + (text.length() > LONGEST ? "…" : "") + "`";
    }
}
