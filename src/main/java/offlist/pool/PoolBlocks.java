package offlist.pool;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The addresses of a pool in order, as blocks whose addresses are in the same pools. Immutable. */
final class PoolBlocks {
    static final PoolBlocks NONE = new PoolBlocks(Stretches.NONE, new int[0]);

    private final Stretches stretches;
    /** By its number, the set of pools of each block. */
    private final int[] in;

    private PoolBlocks(Stretches stretches, int[] in) {
        this.stretches = stretches;
        this.in = in;
    }

    Stretches stretches() {
        return stretches;
    }

    int count() {
        return in.length;
    }

    int in(int block) {
        return in[block];
    }

    /** The number of the set of pools an address is in, {@link Overlay#NOWHERE} when in none. */
    int in(IpAddress address) {
        int block = stretches.indexOf(address);
        return block < 0 ? Overlay.NOWHERE : in[block];
    }

    /** The pools of a block; none where there is no block. */
    SortedSet<PoolName> pools(int block, PoolNames sets) {
        return block < 0 ? Collections.emptySortedSet() : sets.set(in[block]);
    }

    Stream<IpAddress> each(int block) {
        return Stretches.each(stretches.first(block), stretches.last(block));
    }

    /** How many addresses there are in each of so many sets. */
    PoolCount[] counts(int sets) {
        int[] v4 = new int[sets];
        int[] v6 = new int[sets];
        for (int block = 0; block < in.length; block++) {
            int[] family = stretches.v6(block) ? v6 : v4;
            family[in[block]] += stretches.atMost(block);
        }
        return IntStream.range(0, sets)
                .mapToObj(set -> new PoolCount(v4[set], v6[set], 0))
                .toArray(PoolCount[]::new);
    }

    /** The same with further addresses of a pool. */
    PoolBlocks with(PoolName pool, RangeSet addresses, PoolNames sets) {
        int alone = sets.number(pool);
        if (in.length == 0) {
            int[] all = new int[addresses.stretches().count()];
            Arrays.fill(all, alone);
            return new PoolBlocks(addresses.stretches(), all);
        }
        Map<Integer, Integer> joined = new HashMap<>();
        Writer writer = new Writer();
        new Overlay(stretches, addresses.stretches()).forEachRemaining(piece -> {
            if (piece.left() < 0) {
                writer.add(piece.first(), piece.last(), alone);
            } else {
                int before = in[piece.left()];
                int now =
                        piece.right() < 0 ? before : joined.computeIfAbsent(before, number -> sets.with(number, pool));
                writer.add(piece.first(), piece.last(), now);
            }
        });
        return writer.written();
    }

    /** The blocks of {@code to} up to an address and those of {@code from} behind it. */
    static PoolBlocks spliced(Pool to, IpAddress last, Pool from, PoolNames sets) {
        Writer writer = new Writer();
        int[] numbers = sets.numbers(to.sets());
        Stretches head = to.blocks().stretches;
        for (int i = 0; i < head.count() && head.first(i).compareTo(last) <= 0; i++) {
            IpAddress end = head.last(i);
            writer.add(head.first(i), end.compareTo(last) < 0 ? end : last, numbers[to.blocks().in[i]]);
        }
        numbers = sets.numbers(from.sets());
        Stretches tail = from.blocks().stretches;
        for (int i = Math.max(0, tail.floor(last)); i < tail.count(); i++) {
            IpAddress begin = tail.first(i);
            if (begin.compareTo(last) > 0) {
                writer.add(begin, tail.last(i), numbers[from.blocks().in[i]]);
            } else if (tail.last(i).compareTo(last) > 0) {
                writer.add(last.next().orElseThrow(), tail.last(i), numbers[from.blocks().in[i]]);
            }
        }
        return writer.written();
    }

    /** The same by the numbers that {@code sets} gives. */
    PoolBlocks renumbered(PoolNames by, PoolNames sets) {
        int[] numbers = sets.numbers(by);
        return new PoolBlocks(
                stretches, Arrays.stream(in).map(number -> numbers[number]).toArray());
    }

    private static final class Writer {
        private final Stretches.Writer stretches = new Stretches.Writer();
        private int[] in = new int[4];
        private int count;

        void add(IpAddress first, IpAddress last, int set) {
            stretches.add(first, last);
            in = count == in.length ? Arrays.copyOf(in, count + count / 2) : in;
            in[count++] = set;
        }

        PoolBlocks written() {
            return new PoolBlocks(stretches.written(), Arrays.copyOf(in, count));
        }
    }
}
