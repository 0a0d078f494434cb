package offlist.track;

import java.time.Instant;
import offlist.dns.ResolverId;

/**
 * A resolver at one moment.
 *
 * @param state {@code healthy}, {@code unreachable} or {@code unverified}
 * @param cause in words, empty when healthy
 */
public record ResolverStatus(ResolverId resolver, String state, Instant since, String cause) {}
