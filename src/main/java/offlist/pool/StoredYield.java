package offlist.pool;

import java.time.Instant;

/** The last good answer of a source. */
public record StoredYield(Instant at, RangeSet addresses) {}
