package offlist.yaml;

/** Makes text from a file fit to be repeated in a message: short, on one line, without control characters. */
public final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    /** The text as it may be shown. */
    public static String text(String raw) {
        StringBuilder shown = new StringBuilder();
        raw.codePoints().limit(LONGEST).forEach(point -> shown.appendCodePoint(printable(point) ? point : '?'));
        return raw.codePointCount(0, raw.length()) > LONGEST ? shown + "…" : shown.toString();
    }

    private static boolean printable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
