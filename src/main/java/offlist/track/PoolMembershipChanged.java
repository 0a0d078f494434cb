package offlist.track;

import java.time.Instant;
import java.util.SortedSet;
import offlist.pool.PoolName;
import offlist.pool.Target;

/** A target joined the pool or left it. */
public record PoolMembershipChanged(String id, Instant at, Target target, SortedSet<PoolName> pools, boolean joined)
        implements Event {
    @Override
    public String type() {
        return joined ? "offlist.pool.joined" : "offlist.pool.left";
    }

    @Override
    public String subject() {
        return target.text();
    }
}
