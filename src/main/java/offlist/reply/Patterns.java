package offlist.reply;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Compiles what a file gives as a pattern. Texts are hostile, so nothing in a pattern may repeat without an upper bound. */
final class Patterns {
    /** What is wrong, or the pattern. */
    record Compiled(Optional<Pattern> pattern, String wrong) {}

    private Patterns() {}

    static Compiled compile(String text) {
        if (unbounded(text)) {
            return new Compiled(Optional.empty(), "repeats without an upper bound: write `{0,200}` for `*`");
        }
        try {
            return new Compiled(Optional.of(Pattern.compile(text, Pattern.CASE_INSENSITIVE)), "");
        } catch (PatternSyntaxException broken) {
            return new Compiled(Optional.empty(), "is no pattern: " + broken.getDescription());
        }
    }

    /** {@code *}, {@code +} and {@code {n,}} outside of classes and not escaped. */
    static boolean unbounded(String text) {
        boolean inClass = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
                // A bracket that stands first is a character of the class.
                int next = i + 1 < text.length() && text.charAt(i + 1) == '^' ? i + 2 : i + 1;
                i = next < text.length() && text.charAt(next) == ']' ? next : i;
            } else if (c == '*' || c == '+' || c == '{' && text.startsWith(",}", digits(text, i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
