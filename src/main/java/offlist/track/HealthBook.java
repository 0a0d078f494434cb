package offlist.track;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import offlist.catalogue.Basis;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.dns.ResolverId;
import offlist.probe.AskedList;
import offlist.probe.Health;
import offlist.probe.Verdict;

/**
 * Which lists and resolvers may be believed. What is proven for a path is proven for that path alone; a list is frozen
 * for a kind of target when none of its paths is usable.
 *
 * <p>One thread.
 */
public final class HealthBook {
    private final Map<Path, PathHealth> paths = new LinkedHashMap<>();
    private final Map<ListId, DnsList> lists = new LinkedHashMap<>();
    private final RandomGenerator random;

    public HealthBook(RandomGenerator random) {
        this.random = random;
    }

    /** Watches the paths of a list for these kinds of targets, and no other of that list. */
    public void watch(AskedList asked, Collection<Kind> kinds, Duration interval, Instant now) {
        lists.put(asked.id(), asked.list());
        Set<Path> wanted = kinds.stream()
                .flatMap(kind -> asked.resolvers().stream().map(resolver -> new Path(asked.id(), kind, resolver)))
                .collect(java.util.stream.Collectors.toSet());
        paths.keySet().removeIf(path -> path.list().equals(asked.id()) && !wanted.contains(path));
        wanted.stream()
                .sorted(Comparator.comparing(Path::toString))
                .forEach(path -> paths.computeIfAbsent(path, p -> new PathHealth(interval, now))
                        .interval(interval));
    }

    public void forget(ListId list) {
        lists.remove(list);
        paths.keySet().removeIf(path -> path.list().equals(list));
    }

    /** Counts what an answer says of its path: refusals and failures in a row make the test points due. */
    public void observed(Path path, Verdict verdict, Instant now) {
        PathHealth health = paths.get(path);
        if (health == null) {
            return;
        }
        switch (verdict) {
            case Verdict.Listed listed -> health.definite();
            case Verdict.NotListed clean -> health.definite();
            case Verdict.Scored scored -> health.definite();
            case Verdict.Refused refused -> health.refused(now);
            case Verdict.Failed failed -> health.failed(now);
        }
    }

    /** Somebody waits for the test points of the path. */
    public void wanted(Path path, Instant now) {
        Optional.ofNullable(paths.get(path)).ifPresent(health -> health.soon(now));
    }

    /** The paths whose test points are to be asked now; each is given once until it is answered. */
    public List<Path> due(Instant now) {
        List<Path> due = paths.entrySet().stream()
                .filter(entry ->
                        !entry.getValue().asking() && !entry.getValue().due().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(path -> pathHealth(path).asked());
        return due;
    }

    /** When test points are due next. */
    public Optional<Instant> nextAt() {
        return paths.values().stream()
                .filter(health -> !health.asking())
                .map(PathHealth::due)
                .min(Comparator.naturalOrder());
    }

    /** Takes the answer of the test points; a path that is not watched any more is ignored. */
    public void tested(Path path, Health health, Instant now) {
        Optional.ofNullable(paths.get(path)).ifPresent(known -> known.tested(health, now, random.nextDouble()));
    }

    private PathHealth pathHealth(Path path) {
        return java.util.Objects.requireNonNull(paths.get(path));
    }

    /** Whether answers by this path count. */
    public boolean usable(Path path) {
        PathHealth known = paths.get(path);
        return known != null && known.usable();
    }

    /** The resolvers by which a list can be asked about a kind, in the order of preference. */
    public List<ResolverId> usable(AskedList asked, Kind kind) {
        return asked.resolvers().stream()
                .filter(resolver -> usable(new Path(asked.id(), kind, resolver)))
                .toList();
    }

    /** The health of a list over all its paths: a kind is as good as its best path, the list as its worst kind. */
    public ListHealth health(ListId list) {
        Map<Kind, PathHealth> kinds = new TreeMap<>();
        paths.forEach((path, health) -> {
            if (path.list().equals(list)) {
                kinds.merge(path.kind(), health, HealthBook::better);
            }
        });
        boolean anyGood =
                kinds.values().stream().anyMatch(health -> health.health().believable());
        return kinds.entrySet().stream()
                .filter(entry -> !(anyGood && onlyAssumed(list, entry.getKey(), entry.getValue())))
                .map(Map.Entry::getValue)
                .min(Comparator.comparing(health -> goodness(health.health())))
                .map(worst -> new ListHealth(worst.health(), worst.since()))
                .orElse(ListHealth.UNASKED);
    }

    /** That a list does not know a test point which nobody promised is no fault of the list. */
    private boolean onlyAssumed(ListId list, Kind kind, PathHealth health) {
        DnsList known = lists.get(list);
        return health.health().state() == Health.State.LISTS_NOTHING
                && known != null
                && known.test().basis(kind) == Basis.ASSUMED;
    }

    private static PathHealth better(PathHealth one, PathHealth other) {
        return goodness(one.health()) >= goodness(other.health()) ? one : other;
    }

    private static int goodness(Health health) {
        return switch (health.state()) {
            case LISTS_EVERYTHING -> 0;
            case REFUSING -> 1;
            case LISTS_NOTHING -> 2;
            case UNREACHABLE -> 3;
            case UNVERIFIED -> 4;
            case HEALTHY -> 5;
        };
    }

    /** A resolver is unreachable when every path through it is. */
    public ResolverStatus resolver(ResolverId resolver) {
        List<PathHealth> through = through(resolver).toList();
        boolean dead = !through.isEmpty()
                && through.stream().allMatch(path -> path.health().state() == Health.State.UNREACHABLE);
        boolean unasked =
                through.stream().allMatch(path -> path.health().state() == Health.State.UNVERIFIED && path.asking());
        Instant since = through.stream()
                .map(PathHealth::since)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        String state = dead ? "unreachable" : unasked ? "unverified" : "healthy";
        String cause = dead ? "no list answers through " + resolver + ": check that it runs and may be asked" : "";
        return new ResolverStatus(resolver, state, since, cause);
    }

    private Stream<PathHealth> through(ResolverId resolver) {
        return paths.entrySet().stream()
                .filter(entry -> entry.getKey().resolver().equals(resolver))
                .map(Map.Entry::getValue);
    }

    public List<ResolverId> resolvers() {
        return paths.keySet().stream().map(Path::resolver).distinct().sorted().toList();
    }
}
