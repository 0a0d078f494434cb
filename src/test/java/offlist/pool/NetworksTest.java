package offlist.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetworksTest {
    private static final PoolName ONE = new PoolName("one");
    private static final PoolName TWO = new PoolName("two");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.10 | 192.0.2.10/32",
                "192.0.2.0-192.0.2.255 | 192.0.2.0/24",
                "192.0.2.1-192.0.2.6 | 192.0.2.1/32 192.0.2.2/31 192.0.2.4/31 192.0.2.6/32",
                "0.0.0.0-255.255.255.255 | 0.0.0.0/0",
                "255.255.255.254-255.255.255.255 | 255.255.255.254/31",
                "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff | ::/0",
                "2001:db8::ffff-2001:db8::1:0 | 2001:db8::ffff/128 2001:db8::1:0/128",
                "2001:db8::-2001:db8:0:1:ffff:ffff:ffff:ffff | 2001:db8::/63",
            })
    void aRangeIsTheFewestNetworks(String range, String networks) {
        assertThat(IpRange.parse(range).networks()).extracting(IpRange::cidr).containsExactly(networks.split(" ", -1));
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPoolIsCoveredExactlyAndWithAsFewNetworksAsATrieNeeds(long seed) {
        Random random = new Random(seed);
        BitSet in = new BitSet(256);
        IntStream.range(0, 256).filter(i -> random.nextInt(10) < 6).forEach(in::set);
        // Blocks of one pool that touch belong to different sets of pools, and still make one network.
        Pool pool = new Pool(in.stream()
                .mapToObj(i -> random.nextBoolean() ? member(i, ONE) : member(i, ONE, TWO))
                .toList());

        List<IpRange> networks = StreamSupport.stream(pool.ranges(ONE).spliterator(), false)
                .flatMap(range -> range.networks().stream())
                .toList();

        BitSet covered = new BitSet(256);
        networks.forEach(network -> IntStream.rangeClosed(octet(network.first()), octet(network.last()))
                .forEach(covered::set));
        assertEquals(in, covered, "seed " + seed);
        assertEquals(fewest(in, 0, 256), networks.size(), "seed " + seed);
    }

    @Test
    void rangesOfAPoolAreNotThoseOfAnother() {
        Pool pool = new Pool(List.of(member(1, ONE), member(2, TWO), member(3, ONE)));

        assertThat(pool.ranges(ONE)).extracting(IpRange::toString).containsExactly("192.0.2.1", "192.0.2.3");
        assertThat(pool.ranges(new PoolName("none"))).isEmpty();
    }

    private static int fewest(BitSet in, int from, int to) {
        int there = in.get(from, to).cardinality();
        if (there == 0 || there == to - from) {
            return there == 0 ? 0 : 1;
        }
        int middle = (from + to) / 2;
        return fewest(in, from, middle) + fewest(in, middle, to);
    }

    private static PoolMember member(int octet, PoolName... pools) {
        return new PoolMember(IpAddress.parse("192.0.2." + octet), new java.util.TreeSet<>(List.of(pools)));
    }

    private static int octet(IpAddress address) {
        return (int) (address.low() & 0xFF);
    }
}
