package offlist.local;

/** A place in a line. */
final class Cursor {
    private final String line;
    private int at;

    Cursor(String line) {
        this.line = line;
    }

    char peek() {
        return at < line.length() ? line.charAt(at) : 0;
    }

    boolean take(char wanted) {
        boolean there = peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    void space() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    /** Whether an entry may end here. */
    boolean entryEnds() {
        return peek() == 0 || peek() == ' ' || peek() == '\t' || peek() == ':' || comment();
    }

    boolean comment() {
        return peek() == '#' || peek() == ';';
    }

    /** A decimal number up to a limit; -1 when there is none. */
    int number(int most) {
        int value = -1;
        while (peek() >= '0' && peek() <= '9') {
            value = Math.max(value, 0) * 10 + peek() - '0';
            if (value > most) {
                return -1;
            }
            at++;
        }
        return value;
    }

    /** What stands here of these characters. */
    String word(String characters) {
        int from = at;
        while (at < line.length() && characters.indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return line.substring(from, at);
    }

    String rest() {
        return line.substring(at);
    }
}
