package offlist.track;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
import offlist.dns.ResolverId;
import offlist.pool.Pool;
import offlist.pool.PoolMember;
import offlist.pool.PoolName;
import offlist.pool.Target;
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
 *   <li>what is held grows with open listings and suspicions, never with pairs.
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
    private final Set<Pair> unsettled = new HashSet<>();
    private final ScoreBook scores = new ScoreBook();
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

    public void confirm(ConfirmSettings confirm) {
        this.confirm = confirm;
    }

    /** Takes a definite observation of a pair whose list and resolver are believable. */
    public Step observe(Observation observation, Kind kind) {
        Pair pair = observation.pair();
        if (pool.member(pair.target()).isEmpty()) {
            return new Step.Nothing();
        }
        scores.take(observation);
        if (unsettled.contains(pair)) {
            return new Step.Nothing();
        }
        Claim claim = claim(observation.verdict());
        if (claim.equals(known(pair))) {
            drop(pair);
            return new Step.Nothing();
        }
        Suspicion before = suspicions.get(pair);
        Suspicion now = before != null && before.claim().equals(claim)
                ? before.again(observation)
                : Suspicion.first(claim, observation);
        drop(pair);
        suspicions.put(pair, now);
        if (now.looks() < confirm.looks()) {
            return new Step.LookAgain(observation.resolver());
        }
        Path path = new Path(pair.list(), kind, observation.resolver());
        awaitingTest.computeIfAbsent(path, p -> new LinkedHashSet<>()).add(pair);
        return new Step.AskTestPoints(path);
    }

    private Claim known(Pair pair) {
        Listing listing = open.get(pair);
        return listing == null ? Claim.CLEAN : Claim.of(listing.codes());
    }

    private static Claim claim(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Listed listed -> Claim.of(listed);
            case Verdict.NotListed clean -> Claim.CLEAN;
            case Verdict.Scored scored -> Claim.CLEAN;
            case Verdict.Refused refused -> throw new IllegalArgumentException("a refusal is not definite");
            case Verdict.Failed failed -> throw new IllegalArgumentException("a failure is not definite");
        };
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
     * The test points of a path passed: proposes the transitions that waited for it.
     *
     * @param asked when the test points were asked; looks after that go on waiting
     */
    public List<Transition> testPassed(Path path, DnsList list, Instant asked, Instant now) {
        List<Transition> proposals = new ArrayList<>();
        for (Pair pair : List.copyOf(awaitingTest.getOrDefault(path, Set.of()))) {
            Suspicion suspicion = suspicions.get(pair);
            if (suspicion != null && !suspicion.last().asked().isAfter(asked)) {
                proposals.add(propose(pair, suspicion, list, now));
                drop(pair);
            }
        }
        return proposals;
    }

    /** The test points of a path failed: nothing that it said counts. */
    public void testFailed(Path path) {
        List.copyOf(awaitingTest.getOrDefault(path, Set.of())).forEach(this::drop);
    }

    private Transition propose(Pair pair, Suspicion suspicion, DnsList list, Instant now) {
        unsettled.add(pair);
        Listing before = open.get(pair);
        String id = ids.next(now);
        return switch (suspicion.last().verdict()) {
            case Verdict.Listed listed
            when before == null -> {
                Listing listing = opening.listing(id, pair, list, pools(pair), listed.hits(), suspicion.text(), now);
                yield new Transition.Opened(id, now, listing);
            }
            case Verdict.Listed listed -> {
                Listing listing = opening.changed(
                        before, list, listed.hits(), suspicion.text().isEmpty() ? before.text() : suspicion.text());
                yield new Transition.Changed(id, now, listing, before.codes());
            }
            default -> closed(java.util.Objects.requireNonNull(before), CloseReason.DELISTED, now);
        };
    }

    private SortedSet<PoolName> pools(Pair pair) {
        return pool.member(pair.target()).map(PoolMember::pools).orElse(new TreeSet<>());
    }

    private Transition closed(Listing listing, CloseReason because, Instant now) {
        return new Transition.Closed(ids.next(now), now, listing.closed(now, because));
    }

    /** The closings of everything open that the predicate names, whatever the lists say. */
    public List<Transition> end(Predicate<Listing> which, CloseReason because, Instant now) {
        return open.values().stream()
                .filter(listing -> !unsettled.contains(listing.pair()) && which.test(listing))
                .toList()
                .stream()
                .peek(listing -> unsettled.add(listing.pair()))
                .map(listing -> closed(listing, because, now))
                .toList();
    }

    /** The journal holds the transition: from now on it is what answers are compared with. */
    public void settle(Transition transition) {
        Pair pair = transition.listing().pair();
        unsettled.remove(pair);
        if (transition.listing().open()) {
            open.put(pair, transition.listing());
        } else {
            open.remove(pair);
        }
    }

    /** The pool as it is from now on; suspicions about targets that left are dropped. */
    public void pool(Pool pool) {
        this.pool = pool;
        forget(pair -> pool.member(pair.target()).isEmpty());
        open.replaceAll((pair, listing) -> pool.member(pair.target())
                .map(member -> listing.withPools(member.pools()))
                .orElse(listing));
    }

    private void forget(Predicate<Pair> which) {
        scores.forget(which);
        suspicions.keySet().stream().filter(which).toList().forEach(this::drop);
    }

    public Optional<Listing> open(Pair pair) {
        return Optional.ofNullable(open.get(pair));
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
        return pool.member(target).isPresent();
    }

    /** Drops what is suspected of a list that is not asked any more, and its numbers. */
    public void forget(ListId list) {
        forget(pair -> pair.list().equals(list));
    }
}
