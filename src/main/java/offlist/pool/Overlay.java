package offlist.pool;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Lays two sets of ranges over each other and walks over the pieces, in ascending order. */
final class Overlay implements Iterator<Overlay.Piece> {
    static final int NOWHERE = -1;

    private final Stretches left;
    private final Stretches right;
    private int atLeft;
    private int atRight;
    /** Everything before it is done; empty where nothing of the present ranges is. */
    private Optional<IpAddress> from = Optional.empty();

    Overlay(Stretches left, Stretches right) {
        this.left = left;
        this.right = right;
    }

    /**
     * Addresses that lie in the same range of each side.
     *
     * @param left the range on the left, or {@link #NOWHERE}
     * @param right likewise
     */
    record Piece(IpAddress first, IpAddress last, int left, int right) {}

    @Override
    public boolean hasNext() {
        return atLeft < left.count() || atRight < right.count();
    }

    @Override
    public Piece next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Optional<IpAddress> leftFirst = first(left, atLeft);
        Optional<IpAddress> rightFirst = first(right, atRight);
        boolean inLeft = leads(leftFirst, rightFirst);
        boolean inRight = leads(rightFirst, leftFirst);
        IpAddress first = (inLeft ? leftFirst : rightFirst).orElseThrow();
        IpAddress last = inLeft ? left.last(atLeft) : right.last(atRight);
        last = inLeft && inRight ? smaller(last, right.last(atRight)) : last;
        last = inLeft && inRight ? last : before(inLeft ? rightFirst : leftFirst, last);
        Piece piece = new Piece(first, last, inLeft ? atLeft : NOWHERE, inRight ? atRight : NOWHERE);
        atLeft += inLeft && left.last(atLeft).equals(last) ? 1 : 0;
        atRight += inRight && right.last(atRight).equals(last) ? 1 : 0;
        from = last.next();
        return piece;
    }

    /** The first address of the present range that is not done. */
    private Optional<IpAddress> first(Stretches side, int at) {
        if (at >= side.count()) {
            return Optional.empty();
        }
        IpAddress first = side.first(at);
        return Optional.of(from.filter(done -> done.compareTo(first) > 0 && done.v6() == first.v6())
                .orElse(first));
    }

    private static boolean leads(Optional<IpAddress> one, Optional<IpAddress> other) {
        return one.isPresent() && (other.isEmpty() || one.get().compareTo(other.get()) <= 0);
    }

    private static IpAddress smaller(IpAddress one, IpAddress other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The last address of a piece that ends before the other side begins, if that is sooner. */
    private static IpAddress before(Optional<IpAddress> other, IpAddress last) {
        return other.filter(begins -> begins.compareTo(last) <= 0)
                .flatMap(IpAddress::previous)
                .orElse(last);
    }
}
