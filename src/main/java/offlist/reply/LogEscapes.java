package offlist.reply;

import java.util.regex.Pattern;

/** Undoes what logs make of line ends: {@code \n}, {@code \015\012}, and {@code #012} of syslog daemons. */
final class LogEscapes {
    /** A reply of more is no reply. */
    static final int LONGEST = 16_384;

    private static final Pattern BREAK = Pattern.compile("\\\\r|\\\\n|\\\\01[25]|#01[25]");
    private static final Pattern BLANK = Pattern.compile("\\\\t|\\\\011|#011");

    private LogEscapes() {}

    static String undone(String raw) {
        String capped = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
        if (capped.indexOf('\\') < 0 && capped.indexOf("#01") < 0) {
            return capped;
        }
        return BLANK.matcher(BREAK.matcher(capped).replaceAll("\n")).replaceAll(" ");
    }
}
