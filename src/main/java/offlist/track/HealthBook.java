package offlist.track;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
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
    /** What was ill so lately need not be tested again to learn whose fault something is; what was well may be ill now. */
    private static final Duration FRESH = Duration.ofSeconds(1);
    /** In this time the other lists behind a resolver are asked. */
    private static final Duration SPREAD = Duration.ofSeconds(2);

    private final Map<Path, PathHealth> paths = new LinkedHashMap<>();
    private final Map<ListId, DnsList> lists = new LinkedHashMap<>();
    private final RandomGenerator random;
    private final Rounds rounds = new Rounds();
    private final Map<ResolverId, ResolverStatus> judged = new HashMap<>();
    private Instant latest = Instant.MIN;

    public HealthBook(RandomGenerator random) {
        this.random = random;
    }

    /** Watches the paths of a list for these kinds of targets, and no other of that list. */
    public void watch(AskedList asked, Collection<Kind> kinds, Duration interval, Instant now) {
        watch(asked, kinds, interval, Duration.ZERO, now);
    }

    /** @param recheck time between two tests of a path, at least, where a small limit makes tests dear */
    public void watch(AskedList asked, Collection<Kind> kinds, Duration interval, Duration recheck, Instant now) {
        lists.put(asked.id(), asked.list());
        Set<Path> wanted = kinds.stream()
                .flatMap(kind -> asked.resolvers().stream().map(resolver -> new Path(asked.id(), kind, resolver)))
                .collect(java.util.stream.Collectors.toSet());
        paths.keySet().removeIf(path -> path.list().equals(asked.id()) && !wanted.contains(path));
        wanted.stream()
                .sorted(Comparator.comparing(Path::toString))
                .forEach(path -> paths.computeIfAbsent(path, p -> new PathHealth(interval, now))
                        .interval(interval, recheck));
        changed();
    }

    private void changed() {
        judged.clear();
        rounds.forget(path -> !paths.containsKey(path));
    }

    public void forget(ListId list) {
        lists.remove(list);
        paths.keySet().removeIf(path -> path.list().equals(list));
        changed();
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

    /** A plain no by this path: whatever failed before it was no row. */
    public void answered(Path path) {
        PathHealth health = paths.get(path);
        if (health != null) {
            health.definite();
        }
    }

    /** Somebody waits for the test points of the path. */
    public void wanted(Path path, Instant now) {
        Optional.ofNullable(paths.get(path)).ifPresent(health -> health.soon(now));
    }

    /** The paths whose test points are to be asked now; each is given once until it is answered or lost. */
    public List<Path> due(Instant now) {
        if (now.isBefore(latest)) {
            paths.values().forEach(path -> path.back(Duration.between(now, latest), now));
        }
        latest = now;
        List<Path> due = paths.entrySet().stream()
                .filter(entry -> entry.getValue().dueBy(now))
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(path -> pathHealth(path).asked(now));
        return due;
    }

    /** A path that was due may not be asked before then. */
    public void putOff(Path path, Instant until, Instant now) {
        Optional.ofNullable(paths.get(path)).ifPresent(health -> health.putOff(until, now));
    }

    /** When test points are due next. */
    public Optional<Instant> nextAt() {
        return paths.values().stream()
                .filter(health -> !health.asking())
                .map(PathHealth::due)
                .min(Comparator.naturalOrder());
    }

    /**
     * Takes the answer of the test points; a path that is not watched any more is ignored. When it may say something
     * about the resolver, the other lists behind that are asked too.
     */
    public void tested(Path path, Health health, Instant now) {
        PathHealth known = paths.get(path);
        if (known == null) {
            return;
        }
        boolean before = !known.tested() || known.usable();
        boolean troubled = !resolver(path.resolver()).blind().isEmpty();
        known.tested(health, now, random.nextDouble());
        judged.clear();
        rounds.answered(path);
        if (before && !known.usable() && health.symptom().suspicious()) {
            List<Path> others = others(path, other -> other.usable() || !other.testedSince(now.minus(FRESH)));
            ask(rounds.begin(path, others, now), now);
        } else if (!before && known.usable() && troubled) {
            List<Path> ill = others(path, other -> !other.usable() && !other.testedSince(now));
            ask(rounds.anew(path.resolver(), ill, now), now);
        }
    }

    private List<Path> others(Path path, Predicate<PathHealth> which) {
        return paths.entrySet().stream()
                .filter(entry -> entry.getKey().resolver().equals(path.resolver())
                        && !entry.getKey().equals(path)
                        && which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void ask(List<Path> asked, Instant now) {
        for (int i = 0; i < asked.size(); i++) {
            pathHealth(asked.get(i)).soon(now.plusMillis(SPREAD.toMillis() * i / asked.size()));
        }
    }

    /** Whether the lists behind a resolver are being asked whose fault it is. */
    public boolean settling(ResolverId resolver, Instant now) {
        return rounds.running(resolver, now);
    }

    /** Whether that is so for one of the ways by which a list fails. */
    public boolean settling(ListId list, Instant now) {
        return paths.entrySet().stream()
                .anyMatch(entry -> entry.getKey().list().equals(list)
                        && entry.getValue().tested()
                        && !entry.getValue().usable()
                        && entry.getValue().health().symptom().suspicious()
                        && settling(entry.getKey().resolver(), now));
    }

    /** When it is decided whose fault it is, at the latest. */
    public Optional<Instant> settledBy(Instant now) {
        return rounds.end(now);
    }

    private PathHealth pathHealth(Path path) {
        return java.util.Objects.requireNonNull(paths.get(path));
    }

    /** Whether answers by this path count. */
    public boolean usable(Path path) {
        PathHealth known = paths.get(path);
        return known != null && known.usable();
    }

    /** Whether its test points speak against what comes by this path; they do not while nobody has asked them. */
    public boolean distrusted(Path path) {
        PathHealth known = paths.get(path);
        return known != null && !known.usable() && known.health().state() != Health.State.UNVERIFIED;
    }

    /** The resolvers by which a list can be asked about a kind, in the order of preference. */
    public List<ResolverId> usable(AskedList asked, Kind kind) {
        return asked.resolvers().stream()
                .filter(resolver -> usable(new Path(asked.id(), kind, resolver)))
                .toList();
    }

    /** The health of a list over all its paths: a kind is as good as its best path, the list as its worst kind. */
    public ListHealth health(ListId list) {
        Map<Kind, Entry<Path, PathHealth>> kinds = new TreeMap<>();
        paths.entrySet().stream()
                .filter(entry -> entry.getKey().list().equals(list))
                .forEach(entry -> kinds.merge(entry.getKey().kind(), entry, this::better));
        boolean anyGood = kinds.values().stream()
                .anyMatch(entry -> entry.getValue().health().believable());
        return kinds.entrySet().stream()
                .filter(entry -> !(anyGood
                        && (untestable(entry.getValue().getValue())
                                || onlyAssumed(
                                        list, entry.getKey(), entry.getValue().getValue()))))
                .map(Entry::getValue)
                .min(Comparator.comparing(this::blind).thenComparing(HealthBook::goodness))
                .map(this::listHealth)
                .orElse(ListHealth.UNASKED);
    }

    private ListHealth listHealth(Entry<Path, PathHealth> worst) {
        Health health = worst.getValue().health();
        ResolverId resolver = worst.getKey().resolver();
        boolean blind = blind(worst);
        String cause = blind
                ? worst.getKey().list() + " cannot be judged: resolver " + resolver + " is blind ("
                        + resolver(resolver).state().label().replace('_', ' ') + ")"
                : health.cause();
        return new ListHealth(
                health.because(cause),
                worst.getValue().since(),
                worst.getValue().tested(),
                blind);
    }

    /** Whether a path is bad by its resolver's doing. */
    private boolean blind(Entry<Path, PathHealth> entry) {
        PathHealth known = entry.getValue();
        return known.tested()
                && !known.usable()
                && resolver(entry.getKey().resolver())
                        .blind()
                        .contains(entry.getKey().list());
    }

    /** A kind without test points is taken at its word and says nothing of the others. */
    private static boolean untestable(PathHealth health) {
        return health.tested() && health.health().state() == Health.State.UNVERIFIED;
    }

    /** That a list does not know a test point which nobody promised is no fault of the list. */
    private boolean onlyAssumed(ListId list, Kind kind, PathHealth health) {
        DnsList known = lists.get(list);
        return health.health().state() == Health.State.LISTS_NOTHING
                && known != null
                && known.test().basis(kind) == Basis.ASSUMED;
    }

    /** What a blind resolver says against a list counts less than what another one says. */
    private Entry<Path, PathHealth> better(Entry<Path, PathHealth> one, Entry<Path, PathHealth> other) {
        Comparator<Entry<Path, PathHealth>> worth =
                Comparator.comparing(this::blind).reversed().thenComparing(HealthBook::goodness);
        return worth.compare(one, other) >= 0 ? one : other;
    }

    private static int goodness(Entry<Path, PathHealth> entry) {
        return goodness(entry.getValue().health());
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

    /** How a resolver does, by what the lists behind it show. */
    public ResolverStatus resolver(ResolverId resolver) {
        ResolverStatus known = judged.get(resolver);
        if (known == null) {
            List<ResolverJudge.Seen> through = paths.entrySet().stream()
                    .filter(entry -> entry.getKey().resolver().equals(resolver))
                    .map(entry -> new ResolverJudge.Seen(entry.getKey(), entry.getValue()))
                    .toList();
            known = new ResolverJudge(resolver, through, this::fineElsewhere).judge();
            judged.put(resolver, known);
        }
        return known;
    }

    /** Whether some path through a resolver has not been tested yet. */
    public boolean untested(ResolverId resolver) {
        return paths.entrySet().stream()
                .anyMatch(entry -> entry.getKey().resolver().equals(resolver)
                        && !entry.getValue().tested());
    }

    private boolean fineElsewhere(Path path) {
        return paths.entrySet().stream()
                .anyMatch(entry -> entry.getKey().list().equals(path.list())
                        && entry.getKey().kind() == path.kind()
                        && !entry.getKey().resolver().equals(path.resolver())
                        && entry.getValue().health().believable());
    }

    /** The lists that are watched. */
    public List<ListId> lists() {
        return paths.keySet().stream().map(Path::list).distinct().toList();
    }

    public List<ResolverId> resolvers() {
        return paths.keySet().stream().map(Path::resolver).distinct().sorted().toList();
    }
}
