package offlist.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import offlist.pool.IpAddress;
import offlist.pool.Pool;
import offlist.pool.PoolMember;
import offlist.pool.PoolName;
import offlist.pool.Target;
import org.junit.jupiter.api.Test;

class AllowWriterTest {
    private static final PoolName POOL = new PoolName("large");

    @Test
    void halfAMillionScatteredAddressesAreWrittenOneByOne() throws IOException {
        Counter text = new Counter();
        Counter cidr = new Counter();
        Counter json = new Counter();
        AllowList list = list(new Pool(new Scattered(500_000)));

        AllowWriter.text(list, text);
        AllowWriter.cidr(list, cidr);
        AllowWriter.json(list, json);

        assertEquals(500_000, text.lines);
        assertEquals(500_000, cidr.lines);
        assertTrue(json.bytes > text.bytes + cidr.bytes);
        assertTrue(text.largest <= 64 * 1024 && json.largest <= 64 * 1024, "written in pieces");
    }

    @Test
    void aNetworkIsNotTakenApartToBeMarkedOrPrinted() throws IOException {
        Pool wide = new Pool(members("10.0.0.0", 60_000));
        AllowList list = list(wide);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        AllowWriter.cidr(list, new Counter());

        long before = threads.getCurrentThreadAllocatedBytes();
        AllowList.mark(wide, POOL);
        AllowWriter.cidr(list, new Counter());
        long used = threads.getCurrentThreadAllocatedBytes() - before;

        assertTrue(used < 500_000, used + " octets for one range");
    }

    @Test
    void otherAddressesHaveAnotherMark() {
        assertEquals(mark("10.0.0.0", 5), mark("10.0.0.0", 5));
        assertNotEquals(mark("10.0.0.0", 5), mark("10.0.0.0", 6));
        assertNotEquals(mark("10.0.0.0", 5), mark("10.0.0.1", 5));
    }

    private static String mark(String first, int many) {
        return AllowList.mark(new Pool(members(first, many)), POOL);
    }

    private static AllowList list(Pool pool) {
        return new AllowList(POOL, pool, "mark", Optional.empty());
    }

    private static List<PoolMember> members(String first, int many) {
        int begin = (int) IpAddress.parse(first).low();
        return IntStream.range(0, many)
                .mapToObj(i -> member(IpAddress.v4(begin + i)))
                .toList();
    }

    private static PoolMember member(Target target) {
        return new PoolMember(target, new TreeSet<>(List.of(POOL)));
    }

    /** Every second address, which is the worst a pool can be. */
    private static final class Scattered extends AbstractCollection<PoolMember> {
        private final int size;

        Scattered(int size) {
            this.size = size;
        }

        @Override
        public Iterator<PoolMember> iterator() {
            return IntStream.range(0, size)
                    .mapToObj(i -> member(IpAddress.v4(0x0A00_0000 + 2 * i)))
                    .iterator();
        }

        @Override
        public int size() {
            return size;
        }
    }

    private static final class Counter extends OutputStream {
        private long bytes;
        private int lines;
        private int largest;

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] many, int from, int length) {
            bytes += length;
            largest = Math.max(largest, length);
            for (int i = from; i < from + length; i++) {
                lines += many[i] == '\n' ? 1 : 0;
            }
        }
    }
}
