package offlist.bounce.intake;

import java.io.IOException;

/** Something that bounces come from. One thread at a time. */
public interface BounceSource extends AutoCloseable {

    /** For people: what it is, and where. */
    String name();

    /**
     * Takes what is there, up to a batch; returns how much that was.
     *
     * @throws IOException when it cannot be read now; it is tried again
     * @throws offlist.store.StoreException when nothing could be kept; the same comes again
     */
    int step() throws IOException;

    @Override
    void close() throws IOException;
}
