package offlist.track;

import java.time.Instant;
import java.util.SortedSet;
import offlist.pool.PoolName;
import offlist.pool.Target;

/** A target joined the pool or left it. */
public record PoolMembershipChanged(String id, Instant at, Target target, SortedSet<PoolName> pools, boolean joined)
        implements Event {
    private static final String JOINED = "offlist.pool.joined";
    private static final String LEFT = "offlist.pool.left";

    /** Whether an event of this type is one of these, which come by the million and concern few. */
    public static boolean isTypeOf(String type) {
        return type.equals(JOINED) || type.equals(LEFT);
    }

    @Override
    public String type() {
        return joined ? JOINED : LEFT;
    }

    @Override
    public String subject() {
        return target.text();
    }
}
