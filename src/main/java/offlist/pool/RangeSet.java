package offlist.pool;

import java.math.BigInteger;
import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A set of addresses, kept as ranges that neither overlap nor touch, in ascending order. Immutable. */
public final class RangeSet {
    public static final RangeSet EMPTY = new RangeSet(Stretches.NONE);

    private final Stretches stretches;
    private final BigInteger size;

    private RangeSet(Stretches merged) {
        this.stretches = merged;
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < merged.count(); i++) {
            sum = sum.add(merged.size(i));
        }
        this.size = sum;
    }

    static RangeSet of(Stretches merged) {
        return merged.count() == 0 ? EMPTY : new RangeSet(merged);
    }

    /** The addresses of all these ranges, each once. */
    public static RangeSet of(Collection<IpRange> ranges) {
        RangeCollector collector = new RangeCollector();
        ranges.forEach(collector::add);
        return collector.set();
    }

    /** Reads {@link #text()} back. */
    public static RangeSet parse(String text) {
        RangeCollector collector = new RangeCollector();
        text.lines().map(IpRange::parse).forEach(collector::add);
        return collector.set();
    }

    public RangeSet with(RangeSet other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        RangeCollector collector = new RangeCollector();
        ranges().forEach(collector::add);
        other.ranges().forEach(collector::add);
        return collector.set();
    }

    /** The ranges, made one by one when they are looked at. */
    public List<IpRange> ranges() {
        return new AbstractList<>() {
            @Override
            public IpRange get(int at) {
                return stretches.range(at);
            }

            @Override
            public int size() {
                return stretches.count();
            }
        };
    }

    Stretches stretches() {
        return stretches;
    }

    public BigInteger size() {
        return size;
    }

    public boolean isEmpty() {
        return stretches.count() == 0;
    }

    public boolean contains(IpAddress address) {
        return stretches.indexOf(address) >= 0;
    }

    /** One range a line, in the form {@link IpRange#parse} reads. */
    public String text() {
        return ranges().stream().map(IpRange::toString).collect(Collectors.joining("\n"));
    }

    /** Visits every single address in ascending order; check the size first. */
    public void forEach(Consumer<IpAddress> visitor) {
        ranges().forEach(range -> Stretches.each(range.first(), range.last()).forEach(visitor));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RangeSet set && set.stretches.equals(stretches);
    }

    @Override
    public int hashCode() {
        return stretches.hashCode();
    }

    @Override
    public String toString() {
        return ranges().toString();
    }
}
