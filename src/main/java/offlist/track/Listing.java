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
        Optional<CloseReason> closedBecause) {
    public Listing {
        codes = List.copyOf(codes);
    }

    public Pair pair() {
        return new Pair(target, list);
    }

    public boolean open() {
        return closedAt.isEmpty();
    }

    Listing withCodes(Severity severity, String reason, List<ListedCode> codes, String text) {
        return new Listing(
                id, target, list, pools, severity, scope, reason, codes, text, openedAt, closedAt, closedBecause);
    }

    Listing withPools(SortedSet<PoolName> pools) {
        return new Listing(
                id, target, list, pools, severity, scope, reason, codes, text, openedAt, closedAt, closedBecause);
    }

    Listing closed(Instant at, CloseReason because) {
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
                Optional.of(at),
                Optional.of(because));
    }
}
