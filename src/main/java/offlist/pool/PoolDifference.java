package offlist.pool;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is different in a later pool: addresses in ascending order, then names. What is in both alike is passed over as a whole. */
final class PoolDifference {
    private final Pool before;
    private final Pool after;

    PoolDifference(Pool before, Pool after) {
        this.before = before;
        this.after = after;
    }

    Iterator<PoolChange> changes() {
        Overlay overlay =
                new Overlay(before.blocks().stretches(), after.blocks().stretches());
        Stream<Iterator<PoolChange>> addresses = StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(overlay, Spliterator.ORDERED), false)
                .map(this::changes);
        return Flat.of(Stream.concat(addresses, Stream.of(came(), left())));
    }

    private Iterator<PoolChange> changes(Overlay.Piece piece) {
        SortedSet<PoolName> was = before.blocks().pools(piece.left(), before.sets());
        SortedSet<PoolName> is = after.blocks().pools(piece.right(), after.sets());
        return was.equals(is)
                ? Collections.emptyIterator()
                : Stretches.each(piece.first(), piece.last())
                        .map(address -> change(address, was, is))
                        .iterator();
    }

    private static PoolChange change(Target target, SortedSet<PoolName> was, SortedSet<PoolName> is) {
        if (is.isEmpty()) {
            return new PoolChange.Left(new PoolMember(target, was));
        }
        PoolMember member = new PoolMember(target, is);
        return was.isEmpty() ? new PoolChange.Joined(member) : new PoolChange.Moved(member);
    }

    private Iterator<PoolChange> came() {
        return after.domains().keySet().stream()
                .filter(name -> !before.pools(name).equals(after.pools(name)))
                .map(name -> change(name, pools(before, name), pools(after, name)))
                .iterator();
    }

    private Iterator<PoolChange> left() {
        return before.domains().keySet().stream()
                .filter(name -> !after.contains(name))
                .map(name -> change(name, pools(before, name), Collections.emptySortedSet()))
                .iterator();
    }

    private static SortedSet<PoolName> pools(Pool pool, DomainName name) {
        Optional<SortedSet<PoolName>> pools = pool.pools(name);
        return pools.orElse(Collections.emptySortedSet());
    }
}
