package offlist.schedule;

import java.util.Arrays;
import offlist.pool.IpAddress;
import offlist.pool.Target;

/** IPv6 addresses, sixteen bytes each. */
final class V6Ring extends Ring {
    private long[] high = new long[0];
    private long[] low = new long[0];

    @Override
    long high(int slot) {
        return high[slot];
    }

    @Override
    long low(int slot) {
        return low[slot];
    }

    @Override
    int room() {
        return low.length;
    }

    @Override
    void room(int slots) {
        high = Arrays.copyOf(high, slots);
        low = Arrays.copyOf(low, slots);
    }

    @Override
    void put(int slot, Target target) {
        if (!(target instanceof IpAddress address) || !address.v6()) {
            throw new IllegalArgumentException("not an IPv6 address: " + target);
        }
        high[slot] = address.high();
        low[slot] = address.low();
    }

    @Override
    void clear(int slot) {
        high[slot] = 0;
        low[slot] = 0;
    }

    @Override
    Target make(int slot) {
        return IpAddress.v6(high[slot], low[slot]);
    }

    @Override
    boolean holds(int slot, Target target) {
        return target instanceof IpAddress address
                && address.v6()
                && address.low() == low[slot]
                && address.high() == high[slot];
    }

    @Override
    int hash(int slot) {
        return mix(high[slot], low[slot]);
    }

    @Override
    int hash(Target target) {
        return target instanceof IpAddress address ? mix(address.high(), address.low()) : 0;
    }

    /** Not a plain exclusive or, by which two halves that count up together would cancel out. */
    private static int mix(long high, long low) {
        return Long.hashCode(high * 0x9E3779B97F4A7C15L + low);
    }
}
