package offlist.reply;

import java.util.ArrayList;
import java.util.List;

/**
 * A code whose digits, from the right, each stand for a list: {@code BL000101} is the first and the third.
 *
 * @param prefix what stands before the digits
 * @param marks the keys of the lists, the rightmost digit first
 */
record BitTable(String prefix, List<String> marks) {
    BitTable {
        marks = List.copyOf(marks);
    }

    /** The lists whose digit is 1; none when the code has another form. */
    List<String> of(String code) {
        List<String> set = new ArrayList<>();
        if (code.regionMatches(true, 0, prefix, 0, prefix.length())) {
            for (int bit = 0; bit < marks.size(); bit++) {
                int place = code.length() - 1 - bit;
                if (place >= prefix.length() && code.charAt(place) == '1') {
                    set.add(marks.get(bit));
                }
            }
        }
        return set;
    }
}
