package offlist.local;

import java.util.Optional;

/**
 * IPv6 as rbldnsd reads it: {@code 2001:db8::/32}, {@code 2001:db8:1:2}, the first groups of which stand for a network.
 *
 * @param prefix how many bits count
 */
record V6Text(long high, long low, int prefix) {
    private static final String DIGITS = "0123456789abcdefABCDEF:";

    static Optional<V6Text> network(Cursor at) {
        return groups(at.word(DIGITS)).flatMap(groups -> {
            if (at.take('/')) {
                int bits = at.number(128);
                return bits < 0 ? Optional.empty() : Optional.of(new V6Text(groups.high, groups.low, bits));
            }
            return groups.prefix == 16 ? Optional.empty() : Optional.of(groups);
        });
    }

    private static Optional<V6Text> groups(String text) {
        int gap = text.indexOf("::");
        String[] head = parts(gap < 0 ? text : text.substring(0, gap));
        String[] tail = parts(gap < 0 ? "" : text.substring(gap + 2));
        if (head.length + tail.length > (gap < 0 ? 8 : 7) || text.isEmpty()) {
            return Optional.empty();
        }
        long[] halves = new long[2];
        boolean right = fill(halves, head, 0) && fill(halves, tail, 8 - tail.length);
        int prefix = gap < 0 ? 16 * head.length : 128;
        return right ? Optional.of(new V6Text(halves[0], halves[1], prefix)) : Optional.empty();
    }

    private static String[] parts(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    private static boolean fill(long[] halves, String[] groups, int from) {
        for (int i = 0; i < groups.length; i++) {
            String group = groups[i];
            if (group.isEmpty() || group.length() > 4) {
                return false;
            }
            int place = from + i;
            halves[place / 4] |= Long.parseLong(group, 16) << 48 - 16 * (place % 4);
        }
        return true;
    }
}
