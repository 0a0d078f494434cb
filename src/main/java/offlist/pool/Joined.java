package offlist.pool;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Ranges in ascending order, those that touch as one. */
final class Joined implements Iterator<IpRange> {
    private final Iterator<IpRange> ranges;
    private Optional<IpRange> ahead;

    Joined(Iterator<IpRange> ranges) {
        this.ranges = ranges;
        this.ahead = taken();
    }

    @Override
    public boolean hasNext() {
        return ahead.isPresent();
    }

    @Override
    public IpRange next() {
        IpRange range = ahead.orElseThrow(NoSuchElementException::new);
        ahead = taken();
        while (ahead.isPresent() && touch(range, ahead.get())) {
            range = new IpRange(range.first(), ahead.get().last());
            ahead = taken();
        }
        return range;
    }

    private Optional<IpRange> taken() {
        return ranges.hasNext() ? Optional.of(ranges.next()) : Optional.empty();
    }

    private static boolean touch(IpRange left, IpRange right) {
        return left.last().next().filter(right.first()::equals).isPresent();
    }
}
