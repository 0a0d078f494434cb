package offlist.track;

import java.time.Instant;
import offlist.probe.Health;

/**
 * The health of a list and since when it is so.
 *
 * @param blind whether nothing is known against the list itself, only against the resolvers by which it is asked
 */
public record ListHealth(Health health, Instant since, boolean blind) {
    static final ListHealth UNASKED = new ListHealth(
            new Health(Health.State.UNVERIFIED, "nothing in the pool is asked here"), Instant.EPOCH, false);
}
