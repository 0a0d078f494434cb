package offlist.reply;

/**
 * Makes one line of a reply of several (RFC 5321, section 4.2.1): each line repeats the code, and with RFC 2034 the enhanced
 * code; whoever quotes the reply may have joined or folded the lines, so that these stand anywhere.
 */
final class Unfolding {
    private static final int CODE = 3;

    private final String words;
    private final StringBuilder out;
    private final boolean several;
    private boolean last;

    private Unfolding(String words) {
        this.words = words;
        this.out = new StringBuilder(words.length());
        this.several = coded() && words.length() > CODE && words.charAt(CODE) == '-';
    }

    static String of(String words) {
        return new Unfolding(words).run();
    }

    private String run() {
        int at = 0;
        while (at < words.length()) {
            int end = wordEnd(at);
            if (end > at) {
                boolean lineStart = at > 0 && words.charAt(at - 1) == '\n';
                int behind = at == 0 ? first(end) : repeated(at, end, lineStart);
                if (behind < end) {
                    append(words, behind, end);
                }
                at = behind >= end ? Math.max(behind, end) : end;
            } else {
                at++;
            }
        }
        return out.toString();
    }

    /** The code of the first line stays, with a blank instead of the hyphen. */
    private int first(int end) {
        if (!several) {
            return 0;
        }
        append(words, 0, CODE);
        return CODE + 1 > end ? end : CODE + 1;
    }

    /** Where a word goes on behind a code that is repeated; where it begins when there is none. */
    private int repeated(int at, int end, boolean lineStart) {
        if (!coded() || !words.regionMatches(at, words, 0, CODE)) {
            return at;
        }
        boolean more = end > at + CODE && words.charAt(at + CODE) == '-';
        boolean bare = end == at + CODE;
        if (more && (several || lineStart)) {
            return status(at + CODE + 1);
        }
        if (bare && !last && (several || lineStart)) {
            last = several;
            return status(blanks(end));
        }
        return at;
    }

    /** Behind an enhanced code that is repeated as well. */
    private int status(int at) {
        int end = at;
        while (end < words.length() && (Character.isDigit(words.charAt(end)) || words.charAt(end) == '.')) {
            end++;
        }
        boolean status = end - at >= 5
                && end - at <= 9
                && "245".indexOf(words.charAt(at)) >= 0
                && words.charAt(at + 1) == '.'
                && (end == words.length() || Character.isWhitespace(words.charAt(end)));
        return status ? blanks(end) : at;
    }

    private int blanks(int at) {
        int end = at;
        while (end < words.length() && blank(words.charAt(end))) {
            end++;
        }
        return end;
    }

    private int wordEnd(int at) {
        int end = at;
        while (end < words.length() && !blank(words.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean blank(char c) {
        return c <= ' ' || c == 0x7F || c == 0xA0;
    }

    private boolean coded() {
        return words.length() >= CODE
                && (words.charAt(0) == '4' || words.charAt(0) == '5')
                && Character.isDigit(words.charAt(1))
                && Character.isDigit(words.charAt(2));
    }

    private void append(String from, int start, int end) {
        if (!out.isEmpty() && !linkGoesOn()) {
            out.append(' ');
        }
        out.append(from, start, end);
    }

    /** A link that was broken at the end of a line: no link ends so. */
    private boolean linkGoesOn() {
        char end = out.charAt(out.length() - 1);
        if ("=&?%_".indexOf(end) < 0) {
            return false;
        }
        int word = out.lastIndexOf(" ") + 1;
        return out.indexOf("://", word) > 0;
    }
}
