package offlist.local;

import java.util.Optional;

/** IPv4 as rbldnsd reads it: {@code 192.0.2.1}, {@code 192.0.2}, {@code 192.0/16}, {@code 192.0.2.1-9}, {@code 192.0.2-192.0.3}. */
record V4Text(long from, long to) {
    private static final long ALL = 0xFFFF_FFFFL;

    /**
     * Some octets from the left.
     *
     * @param bits 8 for each
     */
    private record Prefix(long base, int bits) {}

    static Optional<V4Text> range(Cursor at) {
        Optional<Prefix> first = prefix(at);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (at.take('-')) {
            return prefix(at).flatMap(last -> between(first.get(), last));
        }
        int bits = at.take('/')
                ? at.number(32)
                : first.get().bits() == 8 ? -1 : first.get().bits();
        long host = bits < 0 ? 0 : hostMask(bits);
        return bits < 0 || (first.get().base() & host) != 0
                ? Optional.empty()
                : Optional.of(new V4Text(first.get().base(), first.get().base() | host));
    }

    private static Optional<V4Text> between(Prefix first, Prefix last) {
        long end = last.base();
        if (last.bits() == 8) {
            // One octet alone stands for the last one of the first address.
            int above = first.bits() - 8;
            end = end >>> above | first.base() & ~hostMask(above);
        } else if (last.bits() != first.bits()) {
            return Optional.empty();
        }
        end |= hostMask(first.bits());
        return first.base() > end ? Optional.empty() : Optional.of(new V4Text(first.base(), end));
    }

    /** The value of an entry: the octets that are left out stand before the last one, and 2 is 127.0.0.2. */
    static Optional<Long> code(Cursor at) {
        return prefix(at).map(octets -> {
            int missing = 32 - octets.bits();
            long last = octets.base() >>> missing & 255;
            long before = octets.base() & ~hostMask(octets.bits() - 8);
            return octets.bits() == 8 && last != 0 ? 0x7F00_0000L | last : before | last;
        });
    }

    private static Optional<Prefix> prefix(Cursor at) {
        long base = 0;
        int bits = 0;
        do {
            int octet = at.number(255);
            if (octet < 0) {
                return Optional.empty();
            }
            bits += 8;
            base |= (long) octet << 32 - bits;
        } while (bits < 32 && at.take('.'));
        return Optional.of(new Prefix(base, bits));
    }

    private static long hostMask(int bits) {
        return bits == 0 ? ALL : ALL >>> bits;
    }
}
