package offlist.bounce.log;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a system's log.
 *
 * @param program who wrote it, such as {@code postfix/smtp}
 */
record SyslogLine(Optional<Instant> at, String program, String message) {}
