package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.dns.ResolverId;
import offlist.journal.Journal;
import offlist.local.LocalNews;
import offlist.pool.Pool;
import offlist.pool.Target;
import offlist.probe.AskedList;
import offlist.probe.Explainer;
import offlist.probe.Health;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.probe.Verdict;
import offlist.schedule.Ask;
import offlist.schedule.Asking;
import offlist.schedule.Budget;
import offlist.schedule.Claims;
import offlist.schedule.Lane;
import offlist.schedule.LaneId;
import offlist.schedule.Plan;
import offlist.schedule.Planner;
import offlist.schedule.PollLoop;
import offlist.schedule.Spend;
import offlist.schedule.Why;
import offlist.track.CloseReason;
import offlist.track.ConfirmSettings;
import offlist.track.Event;
import offlist.track.HealthBook;
import offlist.track.Ids;
import offlist.track.ListHealthChanged;
import offlist.track.Path;
import offlist.track.PoolMembershipChanged;
import offlist.track.Recent;
import offlist.track.ResolverHealthChanged;
import offlist.track.Severities;
import offlist.track.Step;
import offlist.track.Tracker;
import offlist.track.Transition;
import offlist.track.Trouble;

/**
 * Ties the stages together: what is due is asked, what is answered is compared, what differs is confirmed and recorded.
 * Time is given with every call and nothing waits, so a test drives it step by step.
 *
 * <p>One thread; {@link Engine} owns it.
 */
final class Monitor {
    private final Questions questions;
    private final Observer observer;
    private final Ids ids;
    private final PollLoop loop;
    private final HealthBook health;
    private final Tracker tracker;
    private final Ledger ledger;
    private final Membership membership;
    private final HealthDesk desk;
    private final Sweeps sweeps;
    private final Waiters waiters = new Waiters();
    private final Recent recent = new Recent();
    private final TestSpending spending = new TestSpending();
    private final Restraints restraints = new Restraints();
    private final LooksInARow looks = new LooksInARow();
    private int enoughLooks = ConfirmSettings.DEFAULT.looks();
    private final Map<ListId, WatchedList> lists = new LinkedHashMap<>();
    private final Map<ListId, Plan> plans = new LinkedHashMap<>();
    private final Journal journal;
    private boolean remembered;
    private boolean replanned;
    private Duration interval = Duration.ofMinutes(10);

    Monitor(
            Questions questions,
            Journal journal,
            Observer observer,
            Supplier<Catalogue> catalogue,
            Ids ids,
            java.util.random.RandomGenerator random) {
        this(questions, journal, observer, catalogue, ids, random, Claims.NONE);
    }

    /** @param claims what was asked of the lists before, and where to keep what is asked from now on */
    Monitor(
            Questions questions,
            Journal journal,
            Observer observer,
            Supplier<Catalogue> catalogue,
            Ids ids,
            java.util.random.RandomGenerator random,
            Claims claims) {
        this.questions = questions;
        this.loop = new PollLoop(this::send, claims, random);
        this.journal = journal;
        this.observer = observer;
        this.sweeps = new Sweeps(questions);
        this.ids = ids;
        this.health = new HealthBook(random);
        this.tracker = new Tracker(catalogue, ids);
        this.ledger = new Ledger(journal, this::settled);
        this.desk = new HealthDesk(health, ids, journal.health());
        Pool members = journal.members();
        this.membership = new Membership(members, ids);
        tracker.restore(journal.openListings());
        tracker.pool(members);
    }

    /** Asks these lists from now on and no others; listings on others end, as nobody would see them close. */
    void lists(Collection<WatchedList> wantedLists, Duration general, ConfirmSettings confirm, Instant now) {
        interval = general;
        enoughLooks = confirm.looks();
        remember(confirm, now);
        List<ListId> gone = lists.keySet().stream()
                .filter(id -> wantedLists.stream().noneMatch(list -> list.id().equals(id)))
                .toList();
        gone.forEach(list -> drop(list, now));
        wantedLists.forEach(list -> take(list, now));
        replan(now);
        ledger.commit(desk.retired(lists.keySet(), resolvers(), now), now);
        ledger.commit(tracker.end(listing -> !lists.containsKey(listing.list()), CloseReason.LIST_DROPPED, now), now);
    }

    void severities(Severities severities) {
        tracker.severities(severities);
    }

    /** What refusals show of the harm that listings do. */
    void harmed(Map<Pair, Severity> harm, Instant now) {
        ledger.commit(tracker.harmed(harm, now), now);
    }

    /** The pairs that come and go are known from the journal after a restart too. */
    private void remember(ConfirmSettings confirm, Instant now) {
        tracker.confirm(confirm);
        if (!remembered) {
            tracker.restoreDelistings(
                    journal.delistings(now.minus(confirm.flapping().within())));
            remembered = true;
        }
    }

    /** All that may be asked; before the pool is known none is. */
    private Set<ResolverId> resolvers() {
        return lists.values().stream()
                .flatMap(list -> list.asked().resolvers().stream())
                .collect(java.util.stream.Collectors.toSet());
    }

    /**
     * A list that is asked otherwise than before has to prove itself anew; its listings stay. One that is asked as before
     * stays the same object, by which answers to the old way of asking are told from those to the new.
     */
    private void take(WatchedList list, Instant now) {
        Optional<AskedList> before = watched(list.id()).map(WatchedList::asked);
        Optional<AskedList> same = before.filter(list.asked()::equals);
        if (before.isPresent() && same.isEmpty()) {
            drop(list.id(), now);
        }
        lists.put(list.id(), same.map(list::asking).orElse(list));
    }

    private void drop(ListId id, Instant now) {
        lists.remove(id);
        sweeps.end(id);
        waiters.giveUp(pair -> pair.list().equals(id), now);
        plans.remove(id);
        spending.forget(id);
        looks.forget(pair -> pair.list().equals(id));
        loop.close(id);
        health.forget(id);
        tracker.forget(id);
    }

    private void replan(Instant now) {
        Map<ListId, Plan> planned =
                Planner.plans(lists.values().stream().map(this::asking).toList(), interval);
        for (WatchedList list : lists.values()) {
            Set<Kind> kinds = list.asked().list().kinds();
            Plan plan = java.util.Objects.requireNonNull(planned.get(list.id()));
            plans.put(list.id(), plan);
            tracker.turn(list.id(), plan.planned());
            loop.open(list.id(), kinds, plan, now);
            Set<Kind> asked = EnumSet.noneOf(Kind.class);
            kinds.stream().filter(kind -> loop.targets(kind) > 0).forEach(asked::add);
            health.watch(list.asked(), asked, plan.planned(), plan.load().recheck(), now);
            kinds.forEach(kind -> thaw(list.asked(), kind));
        }
        replanned = true;
        tracker.open().forEach(listing -> attend(listing.pair(), now));
    }

    private void attend(Pair pair, Instant now) {
        attend(pair);
        lane(pair).ifPresent(lane -> lane.hold(pair.target(), now));
    }

    /** Each answer about a pair matters while something is held about it. */
    private void attend(Pair pair) {
        lane(pair).ifPresent(lane -> lane.attend(pair.target()));
    }

    private Optional<Lane> lane(Pair pair) {
        return loop.lane(new LaneId(pair.list(), PollLoop.kindOf(pair.target())));
    }

    private Asking asking(WatchedList list) {
        Set<Kind> kinds = list.asked().list().kinds();
        int targets = kinds.stream().mapToInt(loop::targets).sum();
        long asked = kinds.stream().filter(kind -> loop.targets(kind) > 0).count();
        int paths = (int) asked * list.asked().resolvers().size();
        return list.asking(targets, paths, restraints.part(list));
    }

    /** The pool as its sources yield it now. */
    void pool(Pool next, Instant now) {
        membership.want(next);
        takePool(now);
    }

    /**
     * Records who joined and left, step by step; only then are they asked or dropped. Waits while the store does not take
     * anything. Returns how many came or went.
     */
    private int takePool(Instant now) {
        if (!ledger.idle()) {
            return 0;
        }
        Optional<Membership.Step> step = membership.next();
        step.ifPresent(next -> {
            List<Event> events = new ArrayList<>(membership.events(next, now));
            events.addAll(tracker.end(listing -> !next.reached().contains(listing.target()), CloseReason.LEFT, now));
            ledger.commit(events, () -> enter(next, now), now);
        });
        return step.map(next -> next.changes().size()).orElse(0);
    }

    private void enter(Membership.Step step, Instant now) {
        membership.recorded(step);
        tracker.pool(step.reached());
        step.left().forEach(target -> leave(target, now));
        loop.join(step.stays(), now);
        loop.join(step.joined(), now);
        replan(now);
        ledger.commit(desk.retired(health.lists(), resolvers(), now), now);
    }

    private void leave(Target target, Instant now) {
        loop.leave(target);
        waiters.giveUp(pair -> pair.target().equals(target), now);
        looks.forget(pair -> pair.target().equals(target));
    }

    /** Asks what is due and does nothing else; returns how many questions left. */
    int ask(Instant now) {
        return loop.step(now);
    }

    /** Does what is due; returns how much that was. */
    int step(Instant now) {
        ledger.step(now);
        int moved = takePool(now);
        loop.setAside(now);
        if (replanned && membership.settled()) {
            replanned = false;
            observer.planned(plans, interval);
        }
        if (restraints.passes(lists.values(), this::taking, now)) {
            replan(now);
        }
        List<Path> tests = health.due(now);
        tests.forEach(path -> test(path, now));
        ledger.commit(desk.due(now), now);
        return moved + tests.size() + loop.step(now);
    }

    private void test(Path path, Instant now) {
        watched(path.list()).ifPresent(list -> {
            Budget budget = loop.budget(path.list());
            if (spending.begin(path, list.asked(), budget, now)) {
                tracker.testLeft(path);
                questions.test(path, list.asked());
            } else {
                health.putOff(path, spending.room(path, list.asked(), budget, now), now);
            }
        });
    }

    private boolean taking(WatchedList list) {
        return loop.lanes(list.id()).anyMatch(lane -> !lane.frozen());
    }

    /** Whether everything that happened is recorded. */
    boolean recorded() {
        return ledger.idle();
    }

    /** When {@link #step} has something to do again, as far as is known now. */
    Optional<Instant> nextAt(Instant now) {
        return Stream.of(loop.nextAt(now), health.nextAt(), desk.nextAt(), ledger.nextAt())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private Optional<WatchedList> watched(ListId id) {
        return Optional.ofNullable(lists.get(id));
    }

    private void send(Ask ask) {
        AskedList list =
                java.util.Objects.requireNonNull(lists.get(ask.lane().list())).asked();
        Pair pair = new Pair(ask.target(), list.id());
        List<ResolverId> usable = health.usable(list, ask.lane().kind());
        List<ResolverId> candidates = usable.isEmpty() ? list.resolvers() : usable;
        ResolverId resolver = tracker.lastResolver(pair)
                .filter(last -> ask.why() == Why.CONFIRM)
                .flatMap(last ->
                        candidates.stream().filter(other -> !other.equals(last)).findFirst())
                .orElseGet(() -> candidates.get(ask.tried() % candidates.size()));
        questions.ask(ask, list, resolver, ask.why() == Why.CONFIRM);
    }

    /**
     * Takes an answer, or the news that there is none.
     *
     * @param by the list as it was asked; an answer to a way of asking that is over counts for nothing
     */
    void observed(Ask ask, AskedList by, Observation observation, Instant now) {
        if (!current(by)) {
            return;
        }
        loop.answered(ask);
        Path path = new Path(ask.lane().list(), ask.lane().kind(), observation.resolver());
        observer.checked(observation);
        health.observed(path, observation.verdict(), now);
        restrain(by, observation.verdict(), now);
        recent.keep(observation);
        if (observation.verdict().definite()) {
            waiters.tell(told(path, observation));
            if (health.usable(path)) {
                loop.definite(ask, observation.asked());
                follow(tracker.observe(observation, ask.lane().kind()), ask, now);
            }
        } else {
            withoutAnswer(ask, observation, now);
        }
        heed(observation, now);
    }

    /** What those hear who asked: a list that has gone mad would tell them that everybody is listed. */
    private Observation told(Path path, Observation observation) {
        return observation.verdict().definite() && health.distrusted(path) ? observation.notBelieved() : observation;
    }

    /** A pair of which nothing is held, and which is clean, need not be attended any more. */
    private void heed(Observation observation, Instant now) {
        Pair pair = observation.pair();
        lane(pair).ifPresent(lane -> hasten(lane, pair, now));
        if (tracker.holds(pair) || !(observation.verdict() instanceof Verdict.NotListed)) {
            attend(pair);
        } else {
            lane(pair).ifPresent(lane -> lane.release(pair.target()));
        }
    }

    /** What is listed or suspected is asked sooner than its turn comes. */
    private void hasten(Lane lane, Pair pair, Instant now) {
        if (tracker.open(pair).isPresent() || tracker.lastResolver(pair).isPresent()) {
            lane.hold(pair.target(), now);
        } else {
            lane.letGo(pair.target());
        }
    }

    private void restrain(AskedList by, Verdict verdict, Instant now) {
        if (watched(by.id())
                .filter(list -> restraints.refused(list, verdict, now))
                .isPresent()) {
            replan(now);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the same way of asking is the same object, see take
    private boolean current(AskedList by) {
        return watched(by.id()).filter(list -> list.asked() == by).isPresent();
    }

    private void follow(Step step, Ask ask, Instant now) {
        switch (step) {
            case Step.Nothing nothing -> looks.over(pair(ask));
            case Step.LookAgain again -> lookAgain(again, ask, now);
            case Step.AskTestPoints test -> {
                looks.over(pair(ask));
                health.wanted(test.path(), now);
            }
        }
    }

    private void lookAgain(Step.LookAgain again, Ask ask, Instant now) {
        if (looks.another(pair(ask), enoughLooks)) {
            loop.lane(ask.lane()).ifPresent(lane -> lane.urgent(new Ask(ask.lane(), ask.target(), Why.CONFIRM, 0)));
        } else {
            health.wanted(new Path(ask.lane().list(), ask.lane().kind(), again.notBy()), now);
        }
    }

    private static Pair pair(Ask ask) {
        return new Pair(ask.target(), ask.lane().list());
    }

    private void withoutAnswer(Ask ask, Observation observation, Instant now) {
        int tries = watched(ask.lane().list()).map(list -> list.asked().tries()).orElse(0);
        boolean worthwhile = observation.verdict() instanceof Verdict.Failed && ask.tried() + 1 < tries;
        if (worthwhile && (tracker.knows(ask.target()) || ask.why() == Why.REQUESTED)) {
            loop.lane(ask.lane()).ifPresent(lane -> lane.urgent(ask.again()));
            return;
        }
        waiters.tell(observation);
        loop.gaveUp(ask, cause(observation.verdict()), observation.asked());
    }

    private static String cause(Verdict verdict) {
        return verdict instanceof Verdict.Failed failed ? failed.cause().label() : verdict.label();
    }

    /**
     * Takes what the test points of a path said.
     *
     * @param by the list as it was asked
     */
    void tested(Path path, AskedList by, Health said, Instant now) {
        tested(path, by, said, Integer.MAX_VALUE, now);
    }

    /** @param asked how many questions that took */
    void tested(Path path, AskedList by, Health said, int asked, Instant now) {
        if (!current(by)) {
            return;
        }
        spending.end(path, asked, loop.budget(path.list()));
        health.tested(path, said, now);
        thaw(by, path.kind());
        if (health.usable(path)) {
            ledger.commit(tracker.testPassed(path, by.list(), now), now);
            if (tracker.awaitingTest().contains(path)) {
                health.wanted(path, now);
            }
        } else {
            tracker.testFailed(path);
        }
        ledger.commit(desk.news(now), now);
    }

    /** A lane is frozen while no path of it may be believed. */
    private void thaw(AskedList list, Kind kind) {
        List<ResolverId> usable = health.usable(list, kind);
        loop.lane(new LaneId(list.id(), kind)).ifPresent(lane -> {
            lane.freeze(usable.isEmpty());
            usable.stream().findFirst().ifPresent(resolver -> sweeps.take(lane, list, resolver, health, observer));
        });
    }

    private void settled(Event event) {
        switch (event) {
            case Transition transition -> {
                tracker.settle(transition);
                attend(transition.listing().pair());
            }
            case ListHealthChanged change -> {}
            case ResolverHealthChanged change -> {}
            case PoolMembershipChanged change -> {}
            case Trouble trouble -> {}
        }
        observer.happened(event);
        if (event instanceof Transition transition && transition.listing().open()) {
            endOrphan(transition);
        }
    }

    /** While an opening waited for the store its list may have been dropped, or its address may have left. */
    private void endOrphan(Transition transition) {
        Pair pair = transition.listing().pair();
        boolean left = !tracker.knows(pair.target());
        if (left || !lists.containsKey(pair.list())) {
            CloseReason because = left ? CloseReason.LEFT : CloseReason.LIST_DROPPED;
            Instant at = transition.at();
            ledger.commit(tracker.end(listing -> listing.pair().equals(pair), because, at), at);
        }
    }

    /** Asks about a target now, on one list, whatever the list's health; completes on the monitor's thread. */
    CompletableFuture<Observation> check(Target target, ListId list, Instant now) {
        LaneId id = new LaneId(list, PollLoop.kindOf(target));
        Pair pair = new Pair(target, list);
        Optional<Lane> lane = loop.lane(id);
        CompletableFuture<Observation> answer = waiters.wait(pair);
        lane.ifPresentOrElse(
                known -> known.urgent(new Ask(id, target, Why.REQUESTED, 0)), () -> waiters.giveUp(pair::equals, now));
        return answer;
    }

    /** By whom to explain, with what that asks counted; empty when the list leaves no more questions for it. */
    Optional<ResolverId> explaining(AskedList list, Kind kind, Instant now) {
        int most = Explainer.mostQuestions(list, kind);
        List<ResolverId> usable = health.usable(list, kind);
        return loop.budget(list.id()).reserve(Spend.PERSON, most, Budget.nanos(now))
                ? Optional.of(usable.isEmpty() ? list.resolvers().getFirst() : usable.getFirst())
                : Optional.empty();
    }

    /** A target was refused in a bounce: the lists are asked about it now, and sooner than its turn for a while. */
    void refused(Target target, Instant now) {
        loop.lanesOf(target).forEach(lane -> lane.refused(target, now));
    }

    /** Somebody else's alert names a target; a list that leaves nothing for it, or is not healthy, is not asked. */
    void named(Target target, Instant now) {
        loop.lanesOf(target).forEach(lane -> lane.named(target, now));
    }

    /** The file of a list was read: its test points are asked at once and, when it has something new, the whole pool. */
    void renewed(LocalNews news, Instant now) {
        ListId id = news.list();
        loop.lanes(id).forEach(lane -> {
            if (news.renewed()) {
                lane.hurry();
            }
            watched(id).stream()
                    .flatMap(list -> list.asked().resolvers().stream())
                    .forEach(resolver -> health.wanted(new Path(id, lane.id().kind(), resolver), now));
        });
    }

    /** The lists that can be asked about a target. */
    List<ListId> listsFor(Target target) {
        return loop.lanesOf(target).map(lane -> lane.id().list()).toList();
    }

    Tracker tracker() {
        return tracker;
    }

    PollLoop loop() {
        return loop;
    }

    HealthBook health() {
        return health;
    }

    Recent recent() {
        return recent;
    }

    /** The lists whose entries do not speak against a sender. */
    Set<ListId> harmless() {
        return lists.values().stream()
                .map(list -> list.asked().list())
                .filter(list -> !list.type().bad())
                .map(DnsList::id)
                .collect(java.util.stream.Collectors.toSet());
    }

    Map<ListId, Plan> plans() {
        return plans;
    }
}
