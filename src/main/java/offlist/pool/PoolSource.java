package offlist.pool;

/** One place that says who belongs to a pool. Reading may block; it happens on a background thread. */
public interface PoolSource {
    /** Stable over restarts, such as {@code transactional/file:/etc/offlist/transactional.txt}. */
    String id();

    PoolName pool();

    SourceKind kind();

    Yield read();

    /** The same for a source that follows from the addresses of those before it. */
    default Yield read(RangeSet before) {
        return read();
    }

    /** The id of a source: its pool, its kind and what it reads. */
    static String id(PoolName pool, SourceKind kind, String what) {
        return pool + "/" + kind.label() + (what.isEmpty() ? "" : ":" + what);
    }
}
