package offlist.schedule;

import java.util.Arrays;
import offlist.pool.IpAddress;
import offlist.pool.Target;

/** IPv4 addresses, four bytes each. */
final class V4Ring extends Ring {
    private int[] bits = new int[0];

    @Override
    long high(int slot) {
        return 0;
    }

    @Override
    long low(int slot) {
        return Integer.toUnsignedLong(bits[slot]);
    }

    @Override
    int room() {
        return bits.length;
    }

    @Override
    void room(int slots) {
        bits = Arrays.copyOf(bits, slots);
    }

    @Override
    void put(int slot, Target target) {
        if (!(target instanceof IpAddress address) || address.v6()) {
            throw new IllegalArgumentException("not an IPv4 address: " + target);
        }
        bits[slot] = (int) address.low();
    }

    @Override
    void clear(int slot) {
        bits[slot] = 0;
    }

    @Override
    Target make(int slot) {
        return IpAddress.v4(bits[slot]);
    }

    @Override
    boolean holds(int slot, Target target) {
        return target instanceof IpAddress address && !address.v6() && (int) address.low() == bits[slot];
    }

    @Override
    int hash(int slot) {
        return bits[slot];
    }

    @Override
    int hash(Target target) {
        return target instanceof IpAddress address ? (int) address.low() : 0;
    }
}
