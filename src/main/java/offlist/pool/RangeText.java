package offlist.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and prints ranges: one address, CIDR, or first-last. */
final class RangeText {
    private RangeText() {}

    static IpRange parse(String text) {
        int slash = text.indexOf('/');
        int dash = text.indexOf('-');
        if (slash > 0) {
            return cidr(text, slash);
        }
        if (dash > 0) {
            return between(
                    text,
                    text.substring(0, dash).strip(),
                    text.substring(dash + 1).strip());
        }
        return IpRange.of(address(text, text));
    }

    private static IpRange cidr(String text, int slash) {
        IpAddress address = address(text, text.substring(0, slash));
        String length = text.substring(slash + 1);
        if (!address.v6() && text.indexOf(':') >= 0) {
            throw new IllegalArgumentException("`" + text + "` is an IPv4 network in IPv6 form, write it as IPv4");
        }
        if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > address.bits()) {
            throw new IllegalArgumentException(
                    "prefix length of `" + text + "` must be 0 to " + address.bits() + ", not `" + length + "`");
        }
        IpRange range = network(address, Integer.parseInt(length));
        if (!range.first().equals(address)) {
            throw new IllegalArgumentException("`" + text + "` has bits set after its prefix, did you mean `"
                    + range.first() + "/" + length + "`?");
        }
        return range;
    }

    private static IpRange between(String text, String first, String last) {
        IpAddress from = address(text, first);
        IpAddress to = address(text, last);
        if (from.v6() != to.v6() || from.compareTo(to) > 0) {
            throw new IllegalArgumentException("`" + text + "` is not a range: its first address must be the smaller");
        }
        return new IpRange(from, to);
    }

    private static IpAddress address(String whole, String part) {
        return IpAddress.tryParse(part)
                .orElseThrow(() -> new IllegalArgumentException("`" + whole + "` is not an address, range or CIDR"));
    }

    static IpRange network(IpAddress address, int prefix) {
        if (!address.v6()) {
            long mask = prefix == 0 ? 0 : 0xFFFF_FFFFL << 32 - prefix & 0xFFFF_FFFFL;
            long base = address.low() & mask;
            return new IpRange(IpAddress.v4((int) base), IpAddress.v4((int) (base | ~mask & 0xFFFF_FFFFL)));
        }
        long highMask = prefix == 0 ? 0 : prefix >= 64 ? -1L : -1L << 64 - prefix;
        long lowMask = prefix <= 64 ? 0 : -1L << 128 - prefix;
        return new IpRange(
                IpAddress.v6(address.high() & highMask, address.low() & lowMask),
                IpAddress.v6(address.high() | ~highMask, address.low() | ~lowMask));
    }

    static String print(IpRange range) {
        if (range.first().equals(range.last())) {
            return range.first().text();
        }
        return prefixOf(range)
                .map(prefix -> range.first() + "/" + prefix)
                .orElseGet(() -> range.first() + "-" + range.last());
    }

    /** From the front, each time the widest network that begins there and does not go too far. */
    static List<IpRange> networks(IpRange range) {
        List<IpRange> networks = new ArrayList<>();
        Optional<IpAddress> next = Optional.of(range.first());
        while (next.filter(address -> address.compareTo(range.last()) <= 0).isPresent()) {
            IpRange widest = widest(next.get(), range.last());
            networks.add(widest);
            next = widest.last().next();
        }
        return networks;
    }

    private static IpRange widest(IpAddress first, IpAddress last) {
        int zeros = first.low() != 0
                ? Long.numberOfTrailingZeros(first.low())
                : first.v6() ? 64 + Long.numberOfTrailingZeros(first.high()) : 32;
        int prefix = first.bits() - zeros;
        IpRange network = network(first, prefix);
        while (network.last().compareTo(last) > 0) {
            network = network(first, ++prefix);
        }
        return network;
    }

    static Optional<Integer> prefixOf(IpRange range) {
        for (int prefix = 0; prefix <= range.first().bits(); prefix++) {
            IpRange network = network(range.first(), prefix);
            if (network.first().equals(range.first()) && network.last().equals(range.last())) {
                return Optional.of(prefix);
            }
        }
        return Optional.empty();
    }
}
