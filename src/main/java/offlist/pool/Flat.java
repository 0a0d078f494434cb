package offlist.pool;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** One walk after the other. A stream's own way of doing this holds all of a part in memory. */
final class Flat<T> implements Iterator<T> {
    private final Iterator<Iterator<T>> parts;
    private Iterator<T> part = Collections.emptyIterator();

    private Flat(Iterator<Iterator<T>> parts) {
        this.parts = parts;
    }

    static <T> Iterator<T> of(Stream<Iterator<T>> parts) {
        return new Flat<>(parts.iterator());
    }

    @Override
    public boolean hasNext() {
        while (!part.hasNext() && parts.hasNext()) {
            part = parts.next();
        }
        return part.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return part.next();
    }
}
