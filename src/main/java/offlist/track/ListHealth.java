package offlist.track;

import java.time.Instant;
import offlist.probe.Health;

/** The health of a list and since when it is so. */
public record ListHealth(Health health, Instant since) {
    static final ListHealth UNASKED =
            new ListHealth(new Health(Health.State.UNVERIFIED, "nothing in the pool is asked here"), Instant.EPOCH);
}
