package offlist.pool;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.function.Supplier;

/** As many as it says, made one by one each time somebody walks over them. */
final class Walk<T> extends AbstractCollection<T> {
    private final int size;
    private final Supplier<Iterator<T>> walk;

    Walk(int size, Supplier<Iterator<T>> walk) {
        this.size = size;
        this.walk = walk;
    }

    @Override
    public Iterator<T> iterator() {
        return walk.get();
    }

    @Override
    public int size() {
        return size;
    }
}
