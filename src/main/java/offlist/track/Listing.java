package offlist.track;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import offlist.catalogue.ListId;
import offlist.catalogue.Scope;
import offlist.catalogue.Severity;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.probe.Pair;

/**
 * A target that is, or was, on a list.
 *
 * @param pools the pools it was in when the listing opened, later those it moved to
 * @param severity and
 * @param reason of the worst code
 * @param codes all codes, at least one
 * @param text what the list says in its TXT record; from outside, to be escaped wherever it goes
 * @param incident what it shares with other listings of the same range or wave; its own id when it stands alone
 * @param flapping it came and went too often, so it closes only after a time of calm
 */
public record Listing(
        String id,
        Target target,
        ListId list,
        SortedSet<PoolName> pools,
        Severity severity,
        Scope scope,
        String reason,
        List<ListedCode> codes,
        String text,
        Instant openedAt,
        Optional<Instant> closedAt,
        Optional<CloseReason> closedBecause,
        String incident,
        boolean flapping) {
    public Listing {
        codes = List.copyOf(codes);
    }

    /** A listing that stands alone. */
    public Listing(
            String id,
            Target target,
            ListId list,
            SortedSet<PoolName> pools,
            Severity severity,
            Scope scope,
            String reason,
            List<ListedCode> codes,
            String text,
            Instant openedAt,
            Optional<Instant> closedAt,
            Optional<CloseReason> closedBecause) {
        this(
                id,
                target,
                list,
                pools,
                severity,
                scope,
                reason,
                codes,
                text,
                openedAt,
                closedAt,
                closedBecause,
                id,
                false);
    }

    /** Whether others belong to the same incident. */
    public boolean shared() {
        return !incident.equals(id);
    }

    /** The range or network that the list means, where that is more than the target itself. */
    public Optional<String> covers() {
        return Reach.covered(this);
    }

    public Pair pair() {
        return new Pair(target, list);
    }

    public boolean open() {
        return closedAt.isEmpty();
    }

    Listing withCodes(Severity severity, String reason, List<ListedCode> codes, String text) {
        return copy(pools, severity, reason, codes, text, closedAt, closedBecause);
    }

    Listing withPools(SortedSet<PoolName> pools) {
        return copy(pools, severity, reason, codes, text, closedAt, closedBecause);
    }

    Listing closed(Instant at, CloseReason because) {
        return copy(pools, severity, reason, codes, text, Optional.of(at), Optional.of(because));
    }

    private Listing copy(
            SortedSet<PoolName> pools,
            Severity severity,
            String reason,
            List<ListedCode> codes,
            String text,
            Optional<Instant> closedAt,
            Optional<CloseReason> closedBecause) {
        return new Listing(
                id,
                target,
                list,
                pools,
                severity,
                scope,
                reason,
                codes,
                text,
                openedAt,
                closedAt,
                closedBecause,
                incident,
                flapping);
    }
}
