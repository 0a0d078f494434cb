package offlist.yaml;

/** Words as they begin a sentence or a heading. */
public final class Capital {
    private Capital() {}

    /** The same text with a capital letter first. */
    public static String of(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
