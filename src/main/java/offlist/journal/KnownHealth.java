package offlist.journal;

import java.time.Instant;

/**
 * The health of a list or resolver as it was last told.
 *
 * @param subject list id, or {@code resolver:} and its name
 */
public record KnownHealth(String subject, String state, Instant since) {}
