package offlist.pool;

import java.util.Optional;

/** Reads textual addresses and prints them as RFC 5952 says; never asks a resolver. */
final class AddressText {
    private static final int LONGEST = 45;

    private AddressText() {}

    static Optional<IpAddress> parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return text.indexOf(':') >= 0 ? parseV6(text) : parseV4(text).map(IpAddress::v4);
    }

    private static Optional<Integer> parseV4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        int bits = 0;
        for (String part : parts) {
            int octet = number(part, 10, 3);
            // A leading zero means octal to some readers and decimal to others, so it is no address at all.
            if (octet < 0 || octet > 255 || (part.length() > 1 && part.charAt(0) == '0')) {
                return Optional.empty();
            }
            bits = bits << 8 | octet;
        }
        return Optional.of(bits);
    }

    private static Optional<IpAddress> parseV6(String text) {
        int gap = text.indexOf("::");
        int[] groups = new int[8];
        int head = fill(gap < 0 ? text : text.substring(0, gap), groups, gap < 0);
        if (head < 0) {
            return Optional.empty();
        }
        if (gap < 0) {
            return head == 8 ? Optional.of(fromGroups(groups)) : Optional.empty();
        }
        int[] tail = new int[8];
        int count = fill(text.substring(gap + 2), tail, true);
        if (count < 0 || head + count > 7) {
            return Optional.empty();
        }
        System.arraycopy(tail, 0, groups, 8 - count, count);
        return Optional.of(fromGroups(groups));
    }

    /** Fills in the groups and says how many; RFC 4291 lets only the end of an address be written the IPv4 way. */
    private static int fill(String text, int[] groups, boolean end) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", -1);
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = end && i == parts.length - 1 && at <= 6;
            Optional<Integer> v4 = last ? parseV4(parts[i]) : Optional.empty();
            if (v4.isPresent()) {
                groups[at++] = v4.get() >>> 16;
                groups[at++] = v4.get() & 0xFFFF;
                continue;
            }
            int group = number(parts[i], 16, 4);
            if (group < 0 || at >= 8) {
                return -1;
            }
            groups[at++] = group;
        }
        return at;
    }

    private static int number(String digits, int radix, int longest) {
        if (digits.isEmpty() || digits.length() > longest) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    private static IpAddress fromGroups(int[] groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = high << 16 | groups[i];
            low = low << 16 | groups[i + 4];
        }
        boolean mapped = high == 0 && low >>> 32 == 0xFFFF;
        return mapped ? IpAddress.v4((int) low) : IpAddress.v6(high, low);
    }

    static String print(IpAddress address) {
        if (!address.v6()) {
            int bits = (int) address.low();
            return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
        }
        if (address.high() == 0 && address.low() >>> 32 == 0xFFFF) {
            return "::ffff:" + print(IpAddress.v4((int) address.low()));
        }
        return printV6(address);
    }

    private static String printV6(IpAddress address) {
        int[] groups = new int[8];
        for (int i = 0; i < 4; i++) {
            groups[i] = (int) (address.high() >>> 48 - 16 * i) & 0xFFFF;
            groups[i + 4] = (int) (address.low() >>> 48 - 16 * i) & 0xFFFF;
        }
        int[] gap = longestZeroRun(groups);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == gap[0]) {
                text.append("::");
                i += gap[1] - 1;
                continue;
            }
            if (i > 0 && i != gap[0] + gap[1]) {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }

    /** RFC 5952 section 4.2: the longest run of two or more zero groups, the first of equals. */
    private static int[] longestZeroRun(int[] groups) {
        int[] best = {-9, 1};
        for (int i = 0; i < 8; i++) {
            int length = 0;
            while (i + length < 8 && groups[i + length] == 0) {
                length++;
            }
            if (length > best[1]) {
                best = new int[] {i, length};
            }
            i += Math.max(0, length - 1);
        }
        return best;
    }
}
