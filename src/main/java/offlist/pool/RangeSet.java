package offlist.pool;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A set of addresses, kept as ranges that neither overlap nor touch, in ascending order. Immutable. */
public final class RangeSet {
    public static final RangeSet EMPTY = new RangeSet(List.of());

    private final List<IpRange> ranges;
    private final BigInteger size;

    private RangeSet(List<IpRange> merged) {
        this.ranges = List.copyOf(merged);
        this.size = ranges.stream().map(IpRange::size).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The addresses of all these ranges, each once. */
    public static RangeSet of(Collection<IpRange> ranges) {
        List<IpRange> merged = new ArrayList<>();
        ranges.stream().sorted(Comparator.comparing(IpRange::first)).forEach(range -> append(merged, range));
        return merged.isEmpty() ? EMPTY : new RangeSet(merged);
    }

    /** Reads {@link #text()} back. */
    public static RangeSet parse(String text) {
        return of(text.lines().map(IpRange::parse).toList());
    }

    public RangeSet with(RangeSet other) {
        return of(Stream.concat(ranges.stream(), other.ranges.stream()).toList());
    }

    public List<IpRange> ranges() {
        return ranges;
    }

    public BigInteger size() {
        return size;
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** One range a line, in the form {@link IpRange#parse} reads. */
    public String text() {
        return ranges.stream().map(IpRange::toString).collect(Collectors.joining("\n"));
    }

    /** Visits every single address in ascending order; check the size first. */
    public void forEach(Consumer<IpAddress> visitor) {
        for (IpRange range : ranges) {
            Optional<IpAddress> at = Optional.of(range.first());
            while (at.isPresent() && range.contains(at.get())) {
                visitor.accept(at.get());
                at = at.get().next();
            }
        }
    }

    private static void append(List<IpRange> merged, IpRange range) {
        if (merged.isEmpty() || !reaches(merged.getLast(), range)) {
            merged.add(range);
        } else if (range.last().compareTo(merged.getLast().last()) > 0) {
            merged.set(merged.size() - 1, new IpRange(merged.getLast().first(), range.last()));
        }
    }

    private static boolean reaches(IpRange earlier, IpRange later) {
        return earlier.contains(later.first())
                || earlier.last().next().filter(later.first()::equals).isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RangeSet set && set.ranges.equals(ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    @Override
    public String toString() {
        return ranges.toString();
    }
}
