package offlist.pool;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address as a value.
 *
 * @param v6 whether this is an IPv6 address
 * @param high the upper 64 bits, 0 for IPv4
 * @param low the lower 64 bits; an IPv4 address stands in its lower 32
 */
public record IpAddress(boolean v6, long high, long low) implements Target, Comparable<IpAddress> {
    private static final long V4_MASK = 0xFFFF_FFFFL;

    public IpAddress {
        if (!v6 && (high != 0 || (low & ~V4_MASK) != 0)) {
            throw new IllegalArgumentException("an IPv4 address has 32 bits: " + Long.toHexString(low));
        }
    }

    public static IpAddress v4(int bits) {
        return new IpAddress(false, 0, bits & V4_MASK);
    }

    public static IpAddress v6(long high, long low) {
        return new IpAddress(true, high, low);
    }

    /**
     * Reads an address as people write it. An IPv4-mapped IPv6 address is the IPv4 address it carries: no mail server
     * is ever seen under the mapped form.
     */
    public static IpAddress parse(String text) {
        return tryParse(text).orElseThrow(() -> new IllegalArgumentException("not an IP address: " + text));
    }

    public static Optional<IpAddress> tryParse(String text) {
        return AddressText.parse(text);
    }

    public static IpAddress of(InetAddress address) {
        byte[] bytes = address.getAddress();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return bytes.length == 4 ? v4(buffer.getInt()) : v6(buffer.getLong(), buffer.getLong());
    }

    /** Width of the address in bits: 32 or 128. */
    public int bits() {
        return v6 ? 128 : 32;
    }

    /** Network byte order, 4 or 16 bytes. */
    public byte[] bytes() {
        return v6
                ? ByteBuffer.allocate(16).putLong(high).putLong(low).array()
                : ByteBuffer.allocate(4).putInt((int) low).array();
    }

    public InetAddress toInetAddress() {
        try {
            return InetAddress.getByAddress(bytes());
        } catch (UnknownHostException e) {
            throw new AssertionError("4 or 16 bytes always make an address", e);
        }
    }

    /** The address after this one; the last address of its family has none. */
    public Optional<IpAddress> next() {
        if (v6) {
            return low == -1L && high == -1L
                    ? Optional.empty()
                    : Optional.of(v6(low == -1L ? high + 1 : high, low + 1));
        }
        return low == V4_MASK ? Optional.empty() : Optional.of(v4((int) low + 1));
    }

    /** The address so many behind this one; there must be one. */
    IpAddress plus(long distance) {
        long sum = low + distance;
        return new IpAddress(v6, Long.compareUnsigned(sum, low) < 0 ? high + 1 : high, sum);
    }

    /** The address before this one; the first address of its family has none. */
    Optional<IpAddress> previous() {
        if (low == 0 && high == 0) {
            return Optional.empty();
        }
        return Optional.of(new IpAddress(v6, low == 0 ? high - 1 : high, low - 1));
    }

    @Override
    public String text() {
        return AddressText.print(this);
    }

    @Override
    public int compareTo(IpAddress other) {
        if (v6 != other.v6) {
            return v6 ? 1 : -1;
        }
        int upper = Long.compareUnsigned(high, other.high);
        return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return text();
    }
}
