package offlist.local;

import java.util.Arrays;

/**
 * Runs of whole networks of one size: single addresses, /24, /16 or /8. A run takes one number: its first address in the
 * upper 32 bits, its length in 8, its answer in 24. It never leaves the network of the next larger size.
 */
final class V4Layer {
    private static final int ANSWER = 0xFF_FFFF;

    private final int shift;
    private Longs raw = new Longs();
    private long[] runs = {};

    /** @param shift bits of an address that do not count here */
    V4Layer(int shift) {
        this.shift = shift;
    }

    /**
     * Adds a run.
     *
     * @param first number of the first network, counted from 0.0.0.0
     * @param length in networks
     */
    void add(long first, long length, int answer) {
        raw.add(run(first, length, answer));
    }

    private long run(long first, long length, int answer) {
        return (first << shift << 32 ^ Long.MIN_VALUE) | (length - 1) << 24 | answer;
    }

    private long first(long run) {
        return (run ^ Long.MIN_VALUE) >>> 32 + shift;
    }

    private static int length(long run) {
        return (int) (run >>> 24 & 0xFF) + 1;
    }

    private static int answer(long run) {
        return (int) run & ANSWER;
    }

    /** Puts the runs in order, and those together that speak of the same network; in place, as they may be many. */
    void settle(AnswerTable answers) {
        int size = raw.size();
        long[] all = raw.sorted();
        raw = new Longs();
        int settled = 0;
        for (int from = 0, to; from < size; from = to) {
            long parent = first(all[from]) >>> 8;
            for (to = from + 1; to < size && first(all[to]) >>> 8 == parent; ) {
                to++;
            }
            Longs together = together(all, from, to, answers);
            if (settled + together.size() > to) {
                int more = together.size() + (size >> 3);
                long[] wider = Arrays.copyOf(all, Math.addExact(size, more));
                System.arraycopy(all, to, wider, to + more, size - to);
                all = wider;
                to += more;
                size += more;
            }
            for (int i = 0; i < together.size(); i++) {
                all[settled++] = together.get(i);
            }
        }
        runs = Arrays.copyOf(all, settled);
    }

    private Longs together(long[] sorted, int from, int to, AnswerTable answers) {
        Longs into = new Longs();
        if (to == from + 1) {
            into.add(sorted[from]);
            return into;
        }
        int[] slots = new int[256];
        Arrays.fill(slots, -1);
        for (int i = from; i < to; i++) {
            int at = (int) first(sorted[i]) & 0xFF;
            for (int end = at + length(sorted[i]); at < end; at++) {
                int answer = answer(sorted[i]);
                slots[at] = slots[at] < 0 ? answer : answers.both(slots[at], answer);
            }
        }
        long base = first(sorted[from]) & ~0xFFL;
        for (int at = 0, end; at < 256; at = end) {
            for (end = at + 1; end < 256 && slots[end] == slots[at]; ) {
                end++;
            }
            if (slots[at] >= 0) {
                into.add(run(base + at, end - at, slots[at]));
            }
        }
        return into;
    }

    /** The answer to an address, -1 when no run has it. */
    int find(int address) {
        long network = (address & 0xFFFF_FFFFL) >>> shift;
        int found = Arrays.binarySearch(runs, run(network, 256, ANSWER));
        int at = found >= 0 ? found : -found - 2;
        return at >= 0 && network - first(runs[at]) < length(runs[at]) ? answer(runs[at]) : -1;
    }

    int size() {
        return runs.length;
    }
}
