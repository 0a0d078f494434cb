package offlist.pool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects ranges in any order into a set. What comes in ascending order, as files mostly are written, is never sorted. */
public final class RangeCollector {
    /** By the first address, the last one in the lower half; upside down so that the signed order is that of addresses. */
    private long[] v4 = new long[16];

    private int v4Count;
    private final List<IpRange> v6 = new ArrayList<>();

    public void add(IpAddress address) {
        if (address.v6()) {
            v6.add(IpRange.of(address));
        } else {
            add(address.low(), address.low());
        }
    }

    public void add(IpRange range) {
        if (range.first().v6()) {
            v6.add(range);
        } else {
            add(range.first().low(), range.last().low());
        }
    }

    private void add(long first, long last) {
        if (v4Count > 0 && first(v4Count - 1) <= first && first <= last(v4Count - 1) + 1) {
            set(v4Count - 1, first(v4Count - 1), Math.max(last, last(v4Count - 1)));
            return;
        }
        if (v4Count == v4.length) {
            v4 = Arrays.copyOf(v4, v4Count + v4Count / 2);
        }
        set(v4Count++, first, last);
    }

    private void set(int at, long first, long last) {
        v4[at] = (first << 32 | last) ^ Long.MIN_VALUE;
    }

    private long first(int at) {
        return (v4[at] ^ Long.MIN_VALUE) >>> 32;
    }

    private long last(int at) {
        return v4[at] & 0xFFFF_FFFFL;
    }

    /** Everything collected, each address once. */
    public RangeSet set() {
        Merger merger = new Merger();
        Arrays.sort(v4, 0, v4Count);
        for (int at = 0; at < v4Count; at++) {
            merger.add(IpAddress.v4((int) first(at)), IpAddress.v4((int) last(at)));
        }
        v6.sort(Comparator.comparing(IpRange::first));
        v6.forEach(range -> merger.add(range.first(), range.last()));
        return RangeSet.of(merger.merged());
    }

    /** Makes one of ranges that overlap or touch; they come in the order of their first addresses. */
    private static final class Merger {
        private final Stretches.Writer writer = new Stretches.Writer();
        private @Nullable IpAddress from;
        private @Nullable IpAddress to;

        void add(IpAddress first, IpAddress last) {
            if (from != null && to != null && from.v6() == first.v6() && reaches(to, first)) {
                to = last.compareTo(to) > 0 ? last : to;
                return;
            }
            flush();
            from = first;
            to = last;
        }

        private static boolean reaches(IpAddress last, IpAddress next) {
            return next.compareTo(last) <= 0 || last.next().filter(next::equals).isPresent();
        }

        private void flush() {
            if (from != null && to != null) {
                writer.add(from, to);
            }
        }

        Stretches merged() {
            flush();
            return writer.written();
        }
    }
}
