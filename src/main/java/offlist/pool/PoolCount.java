package offlist.pool;

/** How many targets there are of each kind. */
public record PoolCount(int v4, int v6, int names) {
    public static final PoolCount NONE = new PoolCount(0, 0, 0);

    PoolCount plus(PoolCount other) {
        return new PoolCount(v4 + other.v4, v6 + other.v6, names + other.names);
    }

    public int all() {
        return v4 + v6 + names;
    }
}
