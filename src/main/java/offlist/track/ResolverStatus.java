package offlist.track;

import java.time.Instant;
import java.util.Set;
import offlist.catalogue.ListId;
import offlist.dns.ResolverId;

/**
 * A resolver at one moment.
 *
 * @param cause in words, with the remedy; empty when healthy
 * @param blind the lists whose trouble through this resolver is the resolver's doing
 */
public record ResolverStatus(ResolverId resolver, ResolverState state, Instant since, String cause, Set<ListId> blind) {
    public ResolverStatus {
        blind = Set.copyOf(blind);
    }

    /** A resolver by which no list is blind. */
    public ResolverStatus(ResolverId resolver, ResolverState state, Instant since, String cause) {
        this(resolver, state, since, cause, Set.of());
    }

    /** What people are told: a state that explains nothing is left to the list that shows it. */
    public ResolverState told() {
        return blind.isEmpty() && state != ResolverState.UNVERIFIED ? ResolverState.HEALTHY : state;
    }
}
