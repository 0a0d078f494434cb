package offlist.pool;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Consecutive addresses of one family, both ends included. */
public record IpRange(IpAddress first, IpAddress last) {

    public IpRange {
        if (first.v6() != last.v6() || first.compareTo(last) > 0) {
            throw new IllegalArgumentException("not a range: " + first + "-" + last);
        }
    }

    /** Reads {@code 192.0.2.1}, {@code 192.0.2.0/29}, {@code 192.0.2.1-192.0.2.9} and their IPv6 forms. */
    public static IpRange parse(String text) {
        return RangeText.parse(text.strip());
    }

    /** The same, empty for what is no range. */
    public static Optional<IpRange> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static IpRange of(IpAddress address) {
        return new IpRange(address, address);
    }

    /** The network of {@code prefix} leading bits around an address. */
    public static IpRange network(IpAddress address, int prefix) {
        return RangeText.network(address, prefix);
    }

    /** The fewest networks that hold exactly these addresses, in ascending order. */
    public List<IpRange> networks() {
        return RangeText.networks(this);
    }

    /** The address and the length of its prefix, also for a single address; it must be a network. */
    public String cidr() {
        return first + "/" + RangeText.prefixOf(this).orElseThrow();
    }

    public boolean contains(IpAddress address) {
        return address.v6() == first.v6() && first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
    }

    /** How many addresses there are; an IPv6 range may hold more than a long can count. */
    public BigInteger size() {
        return number(last).subtract(number(first)).add(BigInteger.ONE);
    }

    private static BigInteger number(IpAddress address) {
        return new BigInteger(1, address.bytes());
    }

    @Override
    public String toString() {
        return RangeText.print(this);
    }
}
