package offlist.track;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import offlist.catalogue.Catalogue;
import offlist.catalogue.DnsList;
import offlist.catalogue.Scope;
import offlist.catalogue.Severity;
import offlist.catalogue.Sublist;
import offlist.pool.PoolName;
import offlist.probe.Pair;
import offlist.probe.Verdict;

/** Makes the listing that an answer means: the worst code gives severity, reason and scope, unless a pool has its own word. */
final class Opening {
    private final Supplier<Catalogue> catalogue;
    private Severities severities = Severities.NONE;

    Opening(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    void severities(Severities wanted) {
        severities = wanted;
    }

    Listing listing(
            String id,
            Pair pair,
            DnsList list,
            SortedSet<PoolName> pools,
            List<Verdict.Hit> hits,
            String text,
            Optional<String> wave,
            boolean flapping,
            Instant at) {
        Verdict.Hit worst = worst(list, hits);
        Scope scope = scope(list, worst);
        String reason = worst.code().reason();
        Optional<String> range = Reach.incident(pair.list(), scope, reason, pair.target(), text);
        return new Listing(
                id,
                pair.target(),
                pair.list(),
                pools,
                severity(list, worst, pools),
                scope,
                reason,
                codes(hits),
                text,
                at,
                Optional.empty(),
                Optional.empty(),
                range.or(() -> wave).orElse(id),
                flapping);
    }

    Listing changed(Listing listing, DnsList list, List<Verdict.Hit> hits, String text) {
        Verdict.Hit worst = worst(list, hits);
        return listing.withCodes(
                severity(list, worst, listing.pools()), worst.code().reason(), codes(hits), text);
    }

    /** Of equally bad ones that of the smallest scope; the order of an answer means nothing. */
    private Verdict.Hit worst(DnsList list, List<Verdict.Hit> hits) {
        return hits.stream()
                .min(Comparator.comparing((Verdict.Hit hit) -> severity(list, hit))
                        .thenComparing(hit -> scope(list, hit))
                        .thenComparing(Verdict.Hit::answer))
                .orElseThrow();
    }

    private Severity severity(DnsList list, Verdict.Hit hit) {
        return list.type().bad() ? catalogue.get().severity(list, hit.code()) : Severity.INFORMATIONAL;
    }

    private Severity severity(DnsList list, Verdict.Hit hit, SortedSet<PoolName> pools) {
        Severity usual = severity(list, hit);
        return list.type().bad() ? severities.of(list.id(), pools, usual) : usual;
    }

    private Scope scope(DnsList list, Verdict.Hit hit) {
        Optional<Sublist> sublist = hit.code().sublist().flatMap(catalogue.get()::sublist);
        return sublist.map(Sublist::scopes).orElse(list.scopes()).stream()
                .min(Comparator.naturalOrder())
                .orElse(Scope.ADDRESS);
    }

    private static List<ListedCode> codes(List<Verdict.Hit> hits) {
        return hits.stream()
                .map(hit -> new ListedCode(
                        hit.answer(),
                        hit.code().reason(),
                        hit.code().meaning(),
                        hit.code().sublist()))
                .toList();
    }
}
