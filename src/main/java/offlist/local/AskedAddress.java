package offlist.local;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import offlist.pool.IpAddress;
import org.xbill.DNS.Name;

/** The address that a question under a list's zone is about, RFC 5782 sections 2.1 and 2.4. */
record AskedAddress(boolean v6, long high, long low) {
    private static final int NIBBLES = 32;
    private static final int OCTETS = 4;

    static Optional<AskedAddress> of(Name name) {
        return nibbles(name).or(() -> octets(name));
    }

    private static Optional<AskedAddress> nibbles(Name name) {
        long[] halves = new long[2];
        if (name.labels() <= NIBBLES) {
            return Optional.empty();
        }
        for (int i = 0; i < NIBBLES; i++) {
            String label = label(name, i);
            int nibble = label.length() == 1 ? Character.digit(label.charAt(0), 16) : -1;
            if (nibble < 0) {
                return Optional.empty();
            }
            halves[i / 16] |= (long) nibble << 4 * (i % 16);
        }
        return Optional.of(new AskedAddress(true, halves[1], halves[0]));
    }

    private static Optional<AskedAddress> octets(Name name) {
        long address = 0;
        if (name.labels() <= OCTETS) {
            return Optional.empty();
        }
        for (int i = 0; i < OCTETS; i++) {
            Cursor at = new Cursor(label(name, i));
            int octet = at.number(255);
            if (octet < 0 || at.peek() != 0) {
                return Optional.empty();
            }
            address |= (long) octet << 8 * i;
        }
        return Optional.of(new AskedAddress(false, 0, address));
    }

    private static String label(Name name, int index) {
        byte[] raw = name.getLabel(index);
        return new String(raw, 1, raw[0], StandardCharsets.ISO_8859_1);
    }

    String text() {
        return (v6 ? IpAddress.v6(high, low) : IpAddress.v4((int) low)).text();
    }
}
