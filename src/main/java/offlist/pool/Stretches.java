package offlist.pool;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Ranges in ascending order that do not overlap, IPv4 before IPv6, as bare numbers: eight bytes for one of IPv4, 32 for one
 * of IPv6. Immutable.
 */
final class Stretches {
    static final Stretches NONE = new Stretches(new long[0], new long[0]);
    private static final int V6_WORDS = 4;
    private static final long V4_MASK = 0xFFFF_FFFFL;

    /** The first address in the upper half, the last in the lower. */
    private final long[] v4;
    /** First high, first low, last high, last low. */
    private final long[] v6;

    private Stretches(long[] v4, long[] v6) {
        this.v4 = v4;
        this.v6 = v6;
    }

    int count() {
        return v4.length + v6.length / V6_WORDS;
    }

    IpAddress first(int at) {
        return at < v4.length ? IpAddress.v4((int) (v4[at] >>> 32)) : v6(at, 0);
    }

    IpAddress last(int at) {
        return at < v4.length ? IpAddress.v4((int) v4[at]) : v6(at, 2);
    }

    private IpAddress v6(int at, int word) {
        int from = (at - v4.length) * V6_WORDS + word;
        return IpAddress.v6(v6[from], v6[from + 1]);
    }

    IpRange range(int at) {
        return new IpRange(first(at), last(at));
    }

    /** How many addresses there are in one of them. */
    BigInteger size(int at) {
        return at < v4.length
                ? BigInteger.valueOf((v4[at] & V4_MASK) - (v4[at] >>> 32) + 1)
                : range(at).size();
    }

    /** The one that holds the address, -1 when none does. */
    int indexOf(IpAddress address) {
        int at = floor(address);
        return at >= 0 && last(at).v6() == address.v6() && last(at).compareTo(address) >= 0 ? at : -1;
    }

    /** The last one that begins at the address or before it, -1 when none does. */
    int floor(IpAddress address) {
        int from = address.v6() ? v4.length : 0;
        int to = address.v6() ? count() : v4.length;
        while (from < to) {
            int middle = from + to >>> 1;
            if (first(middle).compareTo(address) <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from - 1;
    }

    boolean v6(int at) {
        return at >= v4.length;
    }

    /** How many addresses there are in one of them, as far as an int can count. */
    int atMost(int at) {
        if (at < v4.length) {
            return (int) Math.min(Integer.MAX_VALUE, (v4[at] & V4_MASK) - (v4[at] >>> 32) + 1);
        }
        return size(at).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
    }

    /** Every address from the first to the last, made one by one. */
    static Stream<IpAddress> each(IpAddress first, IpAddress last) {
        BigInteger size = new IpRange(first, last).size();
        return LongStream.range(0, size.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue())
                .mapToObj(first::plus);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stretches same && Arrays.equals(v4, same.v4) && Arrays.equals(v6, same.v6);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(v4) + Arrays.hashCode(v6);
    }

    /** Takes ranges in ascending order. */
    static final class Writer {
        private long[] v4 = new long[0];
        private long[] v6 = new long[0];
        private int v4Words;
        private int v6Words;

        void add(IpAddress first, IpAddress last) {
            if (first.v6()) {
                v6 = v6Words == v6.length ? Arrays.copyOf(v6, more(v6Words)) : v6;
                v6[v6Words++] = first.high();
                v6[v6Words++] = first.low();
                v6[v6Words++] = last.high();
                v6[v6Words++] = last.low();
            } else {
                v4 = v4Words == v4.length ? Arrays.copyOf(v4, more(v4Words)) : v4;
                v4[v4Words++] = first.low() << 32 | last.low();
            }
        }

        private static int more(int words) {
            return Math.max(V6_WORDS, words + words / 2 / V6_WORDS * V6_WORDS + V6_WORDS);
        }

        Stretches written() {
            return v4Words + v6Words == 0
                    ? NONE
                    : new Stretches(Arrays.copyOf(v4, v4Words), Arrays.copyOf(v6, v6Words));
        }
    }
}
