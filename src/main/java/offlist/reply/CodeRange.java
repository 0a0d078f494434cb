package offlist.reply;

import java.util.regex.Pattern;

/** Which codes a row of a table speaks of: one code, all with a beginning ({@code RTR:*}) or an end
 * ({@code *_102}), or numbers {@code 1010..1080}. */
sealed interface CodeRange {

    boolean covers(String code);

    /** One code. */
    record One(String text) implements CodeRange {
        @Override
        public boolean covers(String code) {
            return code.equalsIgnoreCase(text);
        }
    }

    /** All codes with a beginning. */
    record Beginning(String prefix) implements CodeRange {
        @Override
        public boolean covers(String code) {
            return code.regionMatches(true, 0, prefix, 0, prefix.length());
        }
    }

    /** All codes with an end. */
    record End(String suffix) implements CodeRange {
        @Override
        public boolean covers(String code) {
            int from = code.length() - suffix.length();
            return code.regionMatches(true, from, suffix, 0, suffix.length());
        }
    }

    /** Numbers from one to another; both are covered. */
    record Numbers(int from, int to) implements CodeRange {
        @Override
        public boolean covers(String code) {
            if (!NUMBER.matcher(code).matches()) {
                return false;
            }
            int number = Integer.parseInt(code);
            return number >= from && number <= to;
        }
    }

    /** What {@link Numbers} can compare. */
    Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** As it is written in a file. */
    static CodeRange of(String text) {
        int dots = text.indexOf("..");
        if (dots > 0
                && NUMBER.matcher(text.substring(0, dots)).matches()
                && NUMBER.matcher(text.substring(dots + 2)).matches()) {
            return new Numbers(Integer.parseInt(text.substring(0, dots)), Integer.parseInt(text.substring(dots + 2)));
        }
        if (text.startsWith("*")) {
            return new End(text.substring(1));
        }
        return text.endsWith("*") ? new Beginning(text.substring(0, text.length() - 1)) : new One(text);
    }
}
