package offlist.delist;

import java.time.Instant;
import java.util.Optional;

/**
 * Why the list is not to be asked now.
 *
 * @param text for people, a sentence without a full stop
 * @param until when it is over by itself; empty where somebody has to do something
 */
public record Blocker(String text, Optional<Instant> until) {}
