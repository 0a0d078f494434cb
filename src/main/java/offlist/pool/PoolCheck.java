package offlist.pool;

import java.nio.file.Path;
import java.util.Optional;

/** Looks at what a pool is to be read from, before it is. */
public final class PoolCheck {
    private PoolCheck() {}

    /** Why a pool file would not be taken, or nothing when it would. */
    public static Optional<String> file(Path path, PoolLimits limits) {
        Yield yield = new FileSource(new PoolName("x"), path, limits).read();
        return yield instanceof Yield.Failed failed ? Optional.of(failed.message()) : Optional.empty();
    }
}
