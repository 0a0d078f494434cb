package offlist.track;

import java.time.Instant;

/** Makes ids that never repeat and sort by time. */
public interface Ids {
    String next(Instant now);
}
