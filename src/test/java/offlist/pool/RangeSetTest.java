package offlist.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RangeSetTest {

    @Test
    void overlappingAndTouchingRangesBecomeOne() {
        assertEquals(
                "[192.0.2.0/29]",
                set("192.0.2.4/30", "192.0.2.0/30", "192.0.2.2-192.0.2.5").toString());
        assertEquals(
                "[192.0.2.1-192.0.2.2, 192.0.2.4]",
                set("192.0.2.4", "192.0.2.2", "192.0.2.1").toString());
        assertEquals("[192.0.2.0/24]", set("192.0.2.0/24", "192.0.2.7").toString());
    }

    @Test
    void theFamiliesStayApart() {
        assertEquals("[255.255.255.255, ::]", set("::", "255.255.255.255").toString());
        assertEquals("[0.0.0.0/0, ::/0]", set("::/0", "0.0.0.0/0").toString());
    }

    @Test
    void everyAddressIsVisitedOnceInOrder() {
        List<String> seen = new ArrayList<>();
        set("255.255.255.254/31", "192.0.2.1", "192.0.2.1").forEach(address -> seen.add(address.text()));
        assertEquals(List.of("192.0.2.1", "255.255.255.254", "255.255.255.255"), seen);
    }

    @Test
    void theTextIsReadBack() {
        RangeSet set = set("192.0.2.0/29", "198.51.100.7-198.51.100.9", "2001:db8::25");
        assertEquals(set, RangeSet.parse(set.text()));
        assertSame(RangeSet.EMPTY, RangeSet.parse(""));
        assertEquals("", RangeSet.EMPTY.text());
    }

    @Test
    void itIsTheSetOfItsAddressesWhateverTheOrder() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            TreeSet<IpAddress> expected = new TreeSet<>();
            List<IpRange> ranges = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                int from = random.nextInt(60);
                int to = from + random.nextInt(8);
                ranges.add(new IpRange(IpAddress.v4(from), IpAddress.v4(to)));
                for (int bits = from; bits <= to; bits++) {
                    expected.add(IpAddress.v4(bits));
                }
            }
            RangeSet set = RangeSet.of(ranges);
            TreeSet<IpAddress> actual = new TreeSet<>();
            set.forEach(actual::add);
            assertEquals(expected, actual);
            assertEquals(BigInteger.valueOf(expected.size()), set.size());
        }
    }

    private static RangeSet set(String... ranges) {
        return RangeSet.of(Stream.of(ranges).map(IpRange::parse).toList());
    }
}
