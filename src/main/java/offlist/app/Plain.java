package offlist.app;

/** Text from outside made safe for a terminal: no control characters, no direction marks. */
final class Plain {
    private Plain() {}

    static String text(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().map(c -> harmless(c) ? c : '?').forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean harmless(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
