package offlist.track;

import java.time.Instant;
import offlist.probe.Health;

/**
 * The health of a list and since when it is so.
 *
 * @param tested whether its test points were asked, so that "unverified" means that it has none
 * @param blind whether nothing is known against the list itself, only against the resolvers by which it is asked
 */
public record ListHealth(Health health, Instant since, boolean tested, boolean blind) {
    static final ListHealth UNASKED = new ListHealth(
            new Health(Health.State.UNVERIFIED, "nothing in the pool is asked here"), Instant.EPOCH, false, false);
}
