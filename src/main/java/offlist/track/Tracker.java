package offlist.track;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import offlist.catalogue.Catalogue;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.dns.ResolverId;
import offlist.pool.Pool;
import offlist.pool.PoolCount;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.probe.Kinds;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.probe.Verdict;

/**
 * Compares definite answers with the journal and proposes transitions.
 *
 * <p>Always true:
 *
 * <ol>
 *   <li>a proposal needs as many agreeing looks as were asked for, and test points that passed after the last look;
 *   <li>a pair with a proposal that is not settled yet proposes nothing else;
 *   <li>what is held grows with open listings, suspicions and the delistings of a day, never with pairs;
 *   <li>what came after what is known by its own count, so a clock that is set proves nothing and hides nothing.
 * </ol>
 *
 * <p>One thread; nothing here is locked.
 */
public final class Tracker {
    private final Opening opening;
    private final Ids ids;
    private final Map<Pair, Listing> open = new LinkedHashMap<>();
    private final Map<Pair, Suspicion> suspicions = new HashMap<>();
    private final Map<Path, Set<Pair>> awaitingTest = new HashMap<>();
    private final Map<Path, Long> testsLeft = new HashMap<>();
    private final Set<Pair> unsettled = new HashSet<>();
    private final ScoreBook scores = new ScoreBook();
    private final Flaps flaps = new Flaps();
    private final Waves waves = new Waves();
    private final Map<Kind, Integer> targets = new EnumMap<>(Kind.class);
    private long moment;
    private ConfirmSettings confirm = ConfirmSettings.DEFAULT;
    private Pool pool = Pool.EMPTY;

    public Tracker(Supplier<Catalogue> catalogue, Ids ids) {
        this.opening = new Opening(catalogue);
        this.ids = ids;
    }

    /** Takes over what the journal holds, in silence. */
    public void restore(Collection<Listing> listings) {
        listings.forEach(listing -> open.put(listing.pair(), listing));
    }

    /** Takes over the delistings of late, oldest first, that the journal holds. */
    public void restoreDelistings(Collection<? extends Transition> closings) {
        closings.forEach(closed -> flaps.delisted(closed.listing().pair(), closed.at()));
    }

    /** From now on; what is open keeps its severity until its codes change. */
    public void severities(Severities severities) {
        opening.severities(severities);
    }

    public void confirm(ConfirmSettings confirm) {
        this.confirm = confirm;
    }

    /** How long one turn of a list takes: what happens within one may be one story. */
    public void turn(ListId list, Duration turn) {
        waves.turn(list, turn);
    }

    /** Takes a definite observation of a pair whose list and resolver are believable. */
    public Step observe(Observation observation, Kind kind) {
        moment++;
        Pair pair = observation.pair();
        if (!pool.contains(pair.target())) {
            return new Step.Nothing();
        }
        scores.take(observation);
        if (unsettled.contains(pair)) {
            return new Step.Nothing();
        }
        Claim claim = Claim.of(observation.verdict());
        if (claim.equals(known(pair))) {
            drop(pair);
            return new Step.Nothing();
        }
        Suspicion before = suspicions.get(pair);
        Suspicion now = before != null && before.claim().equals(claim)
                ? before.again(observation, moment)
                : Suspicion.first(claim, observation, moment);
        drop(pair);
        suspicions.put(pair, now);
        if (now.looks() < confirm.looks()) {
            return new Step.LookAgain(observation.resolver());
        }
        if (restless(pair, now)) {
            return new Step.Nothing();
        }
        Path path = new Path(pair.list(), kind, observation.resolver());
        awaitingTest.computeIfAbsent(path, p -> new LinkedHashSet<>()).add(pair);
        return new Step.AskTestPoints(path);
    }

    /** A flapping listing closes only when the list has said so for a while. */
    private boolean restless(Pair pair, Suspicion suspicion) {
        Listing listing = open.get(pair);
        return listing != null
                && listing.flapping()
                && suspicion.claim().equals(Claim.CLEAN)
                && suspicion.lasts().compareTo(confirm.flapping().calm()) < 0;
    }

    private Claim known(Pair pair) {
        Listing listing = open.get(pair);
        return listing == null ? Claim.CLEAN : Claim.of(listing.codes());
    }

    private void drop(Pair pair) {
        if (suspicions.remove(pair) != null) {
            awaitingTest.values().forEach(pairs -> pairs.remove(pair));
            awaitingTest.values().removeIf(Set::isEmpty);
        }
    }

    /** The resolver of the last look at a suspected pair. */
    public Optional<ResolverId> lastResolver(Pair pair) {
        return Optional.ofNullable(suspicions.get(pair))
                .map(suspicion -> suspicion.last().resolver());
    }

    /** The paths whose test points somebody waits for. */
    public Set<Path> awaitingTest() {
        return Set.copyOf(awaitingTest.keySet());
    }

    /**
     * The test points of a path are asked now: what came before may count when they pass. Of two that are under way the
     * first answer may be that to the first, so it is taken to be.
     */
    public void testLeft(Path path) {
        testsLeft.putIfAbsent(path, moment);
    }

    /** The test points of a path passed: proposes the transitions whose last look came before they were asked. */
    public List<Transition> testPassed(Path path, DnsList list, Instant now) {
        long left = Optional.ofNullable(testsLeft.remove(path)).orElse(-1L);
        List<Pair> ready = awaitingTest.getOrDefault(path, Set.of()).stream()
                .filter(pair ->
                        suspicions.containsKey(pair) && suspicions.get(pair).moment() <= left)
                .toList();
        List<Transition> proposals = new ArrayList<>();
        Tide tide = ready.isEmpty() ? new Tide(0, 0, 0) : tide(list.id());
        for (Pair pair : ready) {
            proposals.add(propose(pair, Objects.requireNonNull(suspicions.get(pair)), list, tide, now));
            drop(pair);
        }
        return proposals;
    }

    /** The test points of a path failed: nothing that it said counts, nor what others said who agreed with it. */
    public void testFailed(Path path) {
        testsLeft.remove(path);
        suspicions.entrySet().stream()
                .filter(entry -> rests(entry.getKey(), entry.getValue(), path))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::drop);
    }

    private static boolean rests(Pair pair, Suspicion suspicion, Path path) {
        return pair.list().equals(path.list())
                && Kinds.of(pair.target()) == path.kind()
                && suspicion.by().contains(path.resolver());
    }

    private Transition propose(Pair pair, Suspicion suspicion, DnsList list, Tide tide, Instant now) {
        unsettled.add(pair);
        Listing before = open.get(pair);
        String id = ids.next(now);
        Evidence evidence = suspicion.evidence(now);
        if (!(suspicion.last().verdict() instanceof Verdict.Listed listed)) {
            return closed(
                    id, Objects.requireNonNull(before), evidence.in(wave(before == null, list, tide, id, now)), now);
        }
        return before == null
                ? opened(
                        id,
                        pair,
                        suspicion.text(),
                        listed,
                        list,
                        evidence.in(wave(before == null, list, tide, id, now)),
                        now)
                : changed(id, before, suspicion.text(), listed, list, evidence, now);
    }

    private Transition opened(
            String id, Pair pair, String text, Verdict.Listed listed, DnsList list, Evidence evidence, Instant now) {
        boolean flapping = flaps.flapping(pair, confirm.flapping(), now);
        Listing listing =
                opening.listing(id, pair, list, pools(pair), listed.hits(), text, evidence.wave(), flapping, now);
        return new Transition.Opened(id, now, listing, evidence);
    }

    private Transition changed(
            String id,
            Listing before,
            String text,
            Verdict.Listed listed,
            DnsList list,
            Evidence evidence,
            Instant now) {
        Listing listing = opening.changed(before, list, listed.hits(), text.isEmpty() ? before.text() : text);
        return new Transition.Changed(id, now, listing, before.codes(), evidence);
    }

    private Optional<String> wave(boolean opens, DnsList list, Tide tide, String id, Instant now) {
        int possible = opens ? asked(list) : tide.open();
        return waves.count(list.id(), opens, tide.take(opens), possible, confirm.mass(), id, now);
    }

    private Tide tide(ListId list) {
        int openings = 0;
        int closings = 0;
        for (Map.Entry<Pair, Suspicion> entry : suspicions.entrySet()) {
            boolean clean = entry.getValue().claim().equals(Claim.CLEAN);
            if (entry.getKey().list().equals(list) && clean == open.containsKey(entry.getKey())) {
                openings += clean ? 0 : 1;
                closings += clean ? 1 : 0;
            }
        }
        long listings =
                open.keySet().stream().filter(pair -> pair.list().equals(list)).count();
        return new Tide(Math.toIntExact(listings), openings, closings);
    }

    private int asked(DnsList list) {
        return list.kinds().stream()
                .mapToInt(kind -> targets.getOrDefault(kind, 0))
                .sum();
    }

    private SortedSet<PoolName> pools(Pair pair) {
        return pool.pools(pair.target()).orElse(new TreeSet<>());
    }

    private static Transition closed(String id, Listing listing, Evidence evidence, Instant now) {
        return new Transition.Closed(id, now, listing.closed(now, CloseReason.DELISTED), evidence);
    }

    private Transition ended(Listing listing, CloseReason because, Instant now) {
        return new Transition.Closed(ids.next(now), now, listing.closed(now, because), Evidence.NONE);
    }

    /** The closings of everything open that the predicate names, whatever the lists say. */
    public List<Transition> end(Predicate<Listing> which, CloseReason because, Instant now) {
        return open.values().stream()
                .filter(listing -> !unsettled.contains(listing.pair()) && which.test(listing))
                .toList()
                .stream()
                .peek(listing -> taken(listing.pair()))
                .map(listing -> ended(listing, because, now))
                .toList();
    }

    /**
     * Listings that do more harm than their codes say: a change for each that is less severe than the harm seen. One that is a
     * mere fact stays so.
     */
    public List<Transition> harmed(Map<Pair, Severity> harm, Instant now) {
        return harm.entrySet().stream()
                .flatMap(seen -> Optional.ofNullable(open.get(seen.getKey())).stream()
                        .filter(listing -> !unsettled.contains(listing.pair()) && milder(listing, seen.getValue()))
                        .map(listing -> harmed(listing, seen.getValue(), now)))
                .toList();
    }

    private static boolean milder(Listing listing, Severity harm) {
        return listing.severity() != Severity.INFORMATIONAL
                && listing.severity().compareTo(harm) > 0;
    }

    private Transition harmed(Listing before, Severity harm, Instant now) {
        taken(before.pair());
        Listing listing = before.withCodes(harm, before.reason(), before.codes(), before.text());
        return new Transition.Changed(ids.next(now), now, listing, before.codes(), Evidence.NONE);
    }

    /** What ends whatever the list says proposes nothing else meanwhile. */
    private void taken(Pair pair) {
        unsettled.add(pair);
        drop(pair);
    }

    /** The journal holds the transition: from now on it is what answers are compared with. */
    public void settle(Transition transition) {
        Pair pair = transition.listing().pair();
        unsettled.remove(pair);
        if (transition.listing().open()) {
            open.put(pair, transition.listing());
        } else {
            open.remove(pair);
            remember(transition);
        }
    }

    private void remember(Transition closed) {
        if (closed.listing().closedBecause().equals(Optional.of(CloseReason.DELISTED))) {
            flaps.delisted(closed.listing().pair(), closed.at());
        }
    }

    /** The pool as it is from now on; suspicions about targets that left are dropped. */
    public void pool(Pool pool) {
        this.pool = pool;
        PoolCount count = pool.count();
        targets.put(Kind.IPV4, count.v4());
        targets.put(Kind.IPV6, count.v6());
        targets.put(Kind.DOMAIN, count.names());
        forget(pair -> !pool.contains(pair.target()));
        open.replaceAll((pair, listing) ->
                pool.pools(pair.target()).map(listing::withPools).orElse(listing));
    }

    private void forget(Predicate<Pair> which) {
        scores.forget(which);
        suspicions.keySet().stream().filter(which).toList().forEach(this::drop);
    }

    public Optional<Listing> open(Pair pair) {
        return Optional.ofNullable(open.get(pair));
    }

    /** Whether a plain no would change anything that is held about the pair. */
    public boolean holds(Pair pair) {
        return open.containsKey(pair)
                || suspicions.containsKey(pair)
                || unsettled.contains(pair)
                || scores.of(pair).isPresent();
    }

    /** What an answer about the pair is compared with; empty while its target is in no pool. */
    public Optional<Held> held(Pair pair) {
        if (!knows(pair.target())) {
            return Optional.empty();
        }
        Optional<Listing> listing = open(pair);
        return Optional.of(new Held(
                listing.map(Listing::codes)
                        .map(codes -> codes.stream().map(ListedCode::answer).toList()),
                listing.map(Listing::flapping).orElse(false),
                confirm.flapping().calm(),
                Optional.ofNullable(suspicions.get(pair)).map(Suspected::of),
                confirm.looks(),
                unsettled.contains(pair)));
    }

    /** The open listings, a copy. */
    public List<Listing> open() {
        return List.copyOf(open.values());
    }

    public int openCount() {
        return open.size();
    }

    /** The number that the list last gave the target, if it has one. */
    public Optional<PairScore> score(Pair pair) {
        return scores.of(pair);
    }

    /** All numbers that lists gave, a copy. */
    public List<PairScore> scores() {
        return scores.all();
    }

    /** The pool that listings are about. */
    public Pool pool() {
        return pool;
    }

    /** The target of a pair may be asked about while it is here. */
    public boolean knows(Target target) {
        return pool.contains(target);
    }

    /** Drops what is suspected of a list that is not asked any more, and its numbers. */
    public void forget(ListId list) {
        forget(pair -> pair.list().equals(list));
        testsLeft.keySet().removeIf(path -> path.list().equals(list));
        waves.forget(list);
    }
}
