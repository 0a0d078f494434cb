package offlist.local;

import java.util.Arrays;

/** Numbers in a row. Grows by little, as the row may be long. */
final class Longs {
    /** Ranges and parts of ranges that a file may have. */
    static final int MOST = 64_000_000;

    private long[] values = new long[16];
    private int size;

    void add(long value) {
        if (size == values.length) {
            if (size >= MOST) {
                throw new AnswerTable.TooMuch("more than " + MOST + " ranges");
            }
            values = Arrays.copyOf(values, size + (size >> 2));
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    long get(int at) {
        return values[at];
    }

    long[] sorted() {
        Arrays.sort(values, 0, size);
        return values;
    }
}
