package offlist.bounce.log;

import java.time.Instant;
import java.util.Optional;
import offlist.bounce.Attempt;
import offlist.pool.IpAddress;

/** What one line tells. */
public sealed interface LogLine {

    /** A recipient's server did not take a message, for good or for now. */
    record Refused(Attempt attempt) implements LogLine {}

    /**
     * A recipient's server took a message.
     *
     * @param sourceAddress ours, where the log says it
     */
    record Delivered(
            String recipient, Optional<String> remoteMta, Optional<IpAddress> sourceAddress, Optional<Instant> at)
            implements LogLine {}
}
