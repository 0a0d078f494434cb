package offlist.local;

import java.util.Arrays;

/** Networks of one prefix length with their answers; the first entry about a network holds. */
final class V6Layer {
    private final int prefix;
    private final long highMask;
    private final long lowMask;
    private Longs rawHighs = new Longs();
    private Longs rawLows = new Longs();
    private Longs rawAnswers = new Longs();
    private long[] highs = {};
    /** Empty when the prefix leaves nothing of them. */
    private long[] lows = {};

    private int[] answers = {};

    V6Layer(int prefix) {
        this.prefix = prefix;
        this.highMask = prefix == 0 ? 0 : prefix >= 64 ? -1L : -1L << 64 - prefix;
        this.lowMask = prefix <= 64 ? 0 : -1L << 128 - prefix;
    }

    int prefix() {
        return prefix;
    }

    /** Whether nothing of the address lies behind the prefix. */
    boolean fits(long high, long low) {
        return (high & ~highMask) == 0 && (low & ~lowMask) == 0;
    }

    void add(long high, long low, int answer) {
        rawHighs.add(high);
        if (prefix > 64) {
            rawLows.add(low);
        }
        rawAnswers.add(answer);
    }

    void settle() {
        int[] order = order(rawHighs.size());
        int size = 0;
        for (int i = 0; i < order.length; i++) {
            if (i == 0 || compare(order[i], order[i - 1]) != 0) {
                order[size++] = order[i];
            }
        }
        highs = taken(rawHighs, order, size);
        lows = prefix > 64 ? taken(rawLows, order, size) : lows;
        answers = new int[size];
        for (int i = 0; i < size; i++) {
            answers[i] = (int) rawAnswers.get(order[i]);
        }
        rawHighs = new Longs();
        rawLows = new Longs();
        rawAnswers = new Longs();
    }

    private static long[] taken(Longs from, int[] order, int size) {
        long[] into = new long[size];
        for (int i = 0; i < size; i++) {
            into[i] = from.get(order[i]);
        }
        return into;
    }

    private int compare(int one, int other) {
        int upper = Long.compareUnsigned(rawHighs.get(one), rawHighs.get(other));
        return upper != 0 || prefix <= 64 ? upper : Long.compareUnsigned(rawLows.get(one), rawLows.get(other));
    }

    /** The entries in the order of their networks, equal ones as they came: merged bottom up. */
    private int[] order(int size) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        int[] merged = new int[size];
        for (int width = 1; width < size && width > 0; width *= 2) {
            for (int from = 0; from < size; from += 2 * width) {
                merge(order, merged, from, Math.min(from + width, size), Math.min(from + 2 * width, size));
                if (from > size - 2 * width) {
                    break;
                }
            }
            int[] next = order;
            order = merged;
            merged = next;
        }
        return order;
    }

    private void merge(int[] order, int[] into, int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++) {
            boolean first = left < middle && (right >= to || compare(order[left], order[right]) <= 0);
            into[at] = first ? order[left++] : order[right++];
        }
    }

    /** The answer to an address, -1 when no network has it. */
    int find(long high, long low) {
        long wantedHigh = high & highMask;
        long wantedLow = low & lowMask;
        int from = 0;
        int to = highs.length - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = Long.compareUnsigned(highs[middle], wantedHigh);
            if (order == 0 && prefix > 64) {
                order = Long.compareUnsigned(lows[middle], wantedLow);
            }
            if (order == 0) {
                return answers[middle];
            }
            from = order < 0 ? middle + 1 : from;
            to = order < 0 ? to : middle - 1;
        }
        return -1;
    }

    int size() {
        return highs.length;
    }
}
