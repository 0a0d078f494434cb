package offlist.track;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.catalogue.ListId;
import offlist.dns.ResolverId;
import offlist.probe.Health;
import offlist.probe.Symptom;
import offlist.probe.Symptom.Blame;
import offlist.probe.Symptom.Sign;

/**
 * Whether what is wrong with the paths through one resolver is the resolver's doing. It is when nearly all lists show the
 * same, when a diagnosis question proved it, or when a list is fine by another way.
 *
 * @param paths what is known of all paths through the resolver
 * @param fineElsewhere whether the same list answers well about the same kind through another resolver
 */
record ResolverJudge(ResolverId resolver, Collection<Seen> paths, Predicate<Path> fineElsewhere) {
    /** One list alone is the list's affair. */
    private static final int SEVERAL = 2;

    private static final Set<Sign> NO_USE = EnumSet.of(Sign.NO_ANSWER, Sign.DENIED);

    /** A path and what is known of it. */
    record Seen(Path path, PathHealth known) {
        Health health() {
            return known.health();
        }

        ListId list() {
            return path.list();
        }

        boolean bad() {
            return known.tested() && !known.usable();
        }

        boolean counts() {
            return known.tested() && health().state() != Health.State.UNVERIFIED;
        }

        Symptom symptom() {
            return health().symptom();
        }

        boolean proven() {
            return symptom().blame() == Blame.RESOLVER;
        }
    }

    ResolverStatus judge() {
        if (paths.stream().noneMatch(seen -> seen.known().tested())) {
            return new ResolverStatus(resolver, ResolverState.UNVERIFIED, since(paths.stream()), "");
        }
        for (ResolverState state : ResolverState.values()) {
            List<Seen> showing = showing(state);
            if (!showing.isEmpty()) {
                return bad(state, showing);
            }
        }
        return new ResolverStatus(resolver, ResolverState.HEALTHY, since(paths.stream()), "");
    }

    private ResolverStatus bad(ResolverState state, List<Seen> showing) {
        SortedSet<ListId> lists = lists(showing.stream());
        Set<ListId> blind = explains(state, showing, lists) ? lists : Set.of();
        return new ResolverStatus(
                resolver, state, since(showing.stream()), ResolverWords.of(resolver, state, showing, lists), blind);
    }

    /** The paths by which the resolver is in the state, none when it is not. */
    private List<Seen> showing(ResolverState state) {
        return switch (state) {
            case UNREACHABLE -> showing(bad(NO_USE), all(NO_USE));
            case REWRITES_NXDOMAIN -> showing(bad(EnumSet.of(Sign.OUTSIDE)), false);
            case STRIPS_LOOPBACK -> showing(bad(EnumSet.of(Sign.EMPTY)), false);
            case PUBLIC -> bad(EnumSet.of(Sign.PUBLIC));
            case FILTERS -> paths.stream().filter(this::filtered).toList();
            case HEALTHY, UNVERIFIED -> List.of();
        };
    }

    /** Proof about a resolver that answers other lists is proof of lies, not of silence. */
    private List<Seen> showing(List<Seen> ill, boolean silent) {
        if (silent || nearlyAll(ill) || onlyHere(ill)) {
            return ill;
        }
        boolean silence =
                ill.stream().anyMatch(seen -> NO_USE.contains(seen.symptom().sign()));
        return silence ? List.of() : ill.stream().filter(Seen::proven).toList();
    }

    private boolean explains(ResolverState state, List<Seen> showing, Set<ListId> lists) {
        return switch (state) {
            case UNREACHABLE ->
                nearlyAll(showing) || onlyHere(showing) || showing.stream().anyMatch(Seen::proven);
            case PUBLIC ->
                lists.size() >= SEVERAL || showing.stream().anyMatch(seen -> fineElsewhere.test(seen.path()));
            case REWRITES_NXDOMAIN, STRIPS_LOOPBACK, FILTERS -> true;
            case HEALTHY, UNVERIFIED -> false;
        };
    }

    private List<Seen> bad(Set<Sign> signs) {
        return paths.stream()
                .filter(seen -> seen.bad() && signs.contains(seen.symptom().sign()))
                .toList();
    }

    private boolean all(Set<Sign> signs) {
        return paths.stream()
                .filter(Seen::counts)
                .allMatch(seen -> signs.contains(seen.symptom().sign()));
    }

    /** Four of five lists, as some answers may still come out of a cache. */
    private boolean nearlyAll(List<Seen> ill) {
        int lists = lists(ill.stream()).size();
        return lists >= SEVERAL
                && lists * 5 >= lists(paths.stream().filter(Seen::counts)).size() * 4;
    }

    /** Nothing is well by this way, and something of it is well by another. */
    private boolean onlyHere(List<Seen> ill) {
        return lists(ill.stream()).containsAll(lists(paths.stream().filter(Seen::counts)))
                && ill.stream()
                        .anyMatch(seen -> seen.symptom().blame() != Blame.LIST && fineElsewhere.test(seen.path()));
    }

    private boolean filtered(Seen seen) {
        boolean wrong = switch (seen.health().state()) {
            case REFUSING, LISTS_NOTHING -> true;
            case LISTS_EVERYTHING -> seen.symptom().sign() == Sign.OUTSIDE;
            case HEALTHY, UNREACHABLE, UNVERIFIED -> false;
        };
        return wrong && fineElsewhere.test(seen.path());
    }

    private static SortedSet<ListId> lists(Stream<Seen> seen) {
        return seen.map(Seen::list)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(ListId::value))));
    }

    private static Instant since(Stream<Seen> seen) {
        return seen.map(each -> each.known().since())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
