package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import offlist.catalogue.Because;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.CodeSelector;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.ListId;
import offlist.catalogue.ReturnCode;
import offlist.catalogue.UsagePolicy;
import offlist.catalogue.Zone;
import offlist.dns.ResolverId;
import offlist.pool.IpAddress;
import offlist.pool.Pool;
import offlist.pool.PoolMember;
import offlist.pool.PoolName;
import offlist.probe.AskedList;
import offlist.probe.Health;
import offlist.probe.HealthProbe;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.probe.Verdict;
import offlist.schedule.Ask;
import offlist.schedule.KeptClaims;
import offlist.schedule.LaneId;
import offlist.schedule.Sweep;
import offlist.testing.ManualClock;
import offlist.track.ConfirmSettings;
import offlist.track.Event;
import offlist.track.Path;
import offlist.track.TimeOrderedIds;

/**
 * Lets days pass for a monitor whose lists have limits, and counts each question by itself: the look and its text, the
 * tries, the points of each test. What the monitor believes it has asked plays no part in the count.
 */
final class BudgetDays implements Questions {
    static final Duration DAY = Duration.ofDays(1);
    private static final ResolverId BY = new ResolverId("127.0.0.1:53");
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();

    final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T10:03:00Z"));
    final KeptClaims claims = new KeptClaims();
    private final Random random;
    private final StoryJournal journal = new StoryJournal();
    private final Map<String, Witness> witnesses = new LinkedHashMap<>();
    private final Map<ListId, String> quotas = new HashMap<>();
    private final Map<ListId, WatchedList> lists = new LinkedHashMap<>();
    private final Set<Pair> listed = new HashSet<>();
    private final Deque<Runnable> mail = new ArrayDeque<>();
    private final Set<Integer> pool = new TreeSet<>();
    private double failing;
    private boolean tooOften;
    private Monitor monitor;

    BudgetDays(long seed) {
        random = new Random(seed);
        monitor = start();
    }

    /** Counts what one quota was asked in the last 24 hours. */
    static final class Witness {
        private final Deque<Instant> asked = new ArrayDeque<>();
        int most;
        long all;

        void asked(int questions, Instant now) {
            for (int i = 0; i < questions; i++) {
                asked.add(now);
            }
            all += questions;
            while (!asked.getFirst().isAfter(now.minus(DAY))) {
                asked.removeFirst();
            }
            most = Math.max(most, asked.size());
        }
    }

    private Monitor start() {
        Random own = new Random(random.nextLong());
        return new Monitor(this, journal, deaf(), () -> CATALOGUE, new TimeOrderedIds(own), own, claims);
    }

    private static Observer deaf() {
        return new Observer() {
            @Override
            public void checked(Observation observation) {}

            @Override
            public void clean(Path path, long took) {}

            @Override
            public void happened(Event event) {}
        };
    }

    /** A list with a limit that it shares with those of the same quota. */
    BudgetDays list(String id, String quota, int perDay, Optional<Double> rate) {
        DnsList own = DnsList.custom(new ListId(id), Zone.of(id + ".test"));
        UsagePolicy usage = shared(UsagePolicy.unlimited().withLimit(perDay), quota);
        AskedList asked = new AskedList(own.with(usage), own.zone(), List.of(BY), Duration.ofMillis(1500), 3);
        lists.put(own.id(), new WatchedList(asked, true, Optional.empty(), rate));
        quotas.put(own.id(), quota);
        witnesses.computeIfAbsent(quota, name -> new Witness());
        return this;
    }

    private static UsagePolicy shared(UsagePolicy usage, String quota) {
        return new UsagePolicy(
                usage.freeLimitPerDay(),
                Optional.of(quota),
                usage.publicResolvers(),
                usage.registration(),
                usage.cost(),
                usage.interval(),
                usage.ttl(),
                usage.maxRate(),
                usage.updates(),
                usage.note());
    }

    BudgetDays pool(int addresses) {
        for (int i = 0; i < addresses; i++) {
            pool.add(i);
        }
        return load();
    }

    /** Takes the lists and the pool as they are now. */
    BudgetDays load() {
        monitor.lists(lists.values(), Duration.ofMinutes(10), ConfirmSettings.DEFAULT, clock.instant());
        members();
        return this;
    }

    private void members() {
        List<PoolMember> members = pool.stream()
                .map(i -> new PoolMember(IpAddress.v4(0xC0000200 + i), new TreeSet<>(List.of(new PoolName("a")))))
                .toList();
        monitor.pool(new Pool(members), clock.instant());
    }

    /** The process is killed and another one starts on the same store. */
    void kill() {
        mail.clear();
        monitor = start();
        load();
    }

    void forget(String id) {
        lists.remove(new ListId(id));
        load();
    }

    void failing(double share) {
        failing = share;
    }

    void tooOften(boolean said) {
        tooOften = said;
    }

    /** An address is listed somewhere, or is no more. */
    void flip() {
        List<ListId> ids = new ArrayList<>(lists.keySet());
        Pair pair =
                new Pair(IpAddress.v4(0xC0000200 + random.nextInt(pool.size())), ids.get(random.nextInt(ids.size())));
        if (!listed.remove(pair)) {
            listed.add(pair);
        }
    }

    /** One more address, or one less. */
    void churn() {
        int address = random.nextInt(pool.size() * 2);
        if (!pool.remove(address)) {
            pool.add(address);
        }
        members();
    }

    void listEverything(String id) {
        pool.forEach(i -> listed.add(new Pair(IpAddress.v4(0xC0000200 + i), new ListId(id))));
    }

    /** Lets time pass until the next thing is due, or so long at most. */
    void pass(Duration most) {
        Instant end = clock.instant().plus(most);
        while (clock.instant().isBefore(end)) {
            settle();
            Instant next = monitor.nextAt(clock.instant()).orElse(end);
            Duration wait = Duration.between(clock.instant(), next.isBefore(end) ? next : end);
            clock.pass(wait.compareTo(Duration.ofMillis(50)) < 0 ? Duration.ofMillis(50) : wait);
        }
    }

    private void settle() {
        for (int i = 0; i < 10_000; i++) {
            int work = monitor.step(clock.instant());
            while (!mail.isEmpty()) {
                mail.removeFirst().run();
                work++;
            }
            if (work == 0) {
                return;
            }
        }
        throw new IllegalStateException("the monitor never comes to rest");
    }

    Monitor monitor() {
        return monitor;
    }

    Witness witness(String quota) {
        return Optional.ofNullable(witnesses.get(quota)).orElseThrow();
    }

    private void count(ListId list, int questions) {
        witness(Optional.ofNullable(quotas.get(list)).orElseThrow()).asked(questions, clock.instant());
    }

    @Override
    public void ask(Ask ask, AskedList list, ResolverId resolver, boolean withText) {
        count(list.id(), withText ? 2 : 1);
        Pair pair = new Pair(ask.target(), list.id());
        Observation seen =
                new Observation(pair, verdict(pair, list), resolver, clock.instant(), Duration.ZERO, "answer");
        mail.add(() -> monitor.observed(ask, list, seen, clock.instant()));
    }

    private Verdict verdict(Pair pair, AskedList list) {
        if (tooOften) {
            ReturnCode code = new ReturnCode(
                    CodeSelector.OctetPattern.parse("127.255.255.255").orElseThrow(),
                    Effect.ERROR,
                    "query-blocked",
                    "too many",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Because.TOO_MANY_QUERIES));
            return new Verdict.Refused(new Verdict.Hit("127.255.255.255", code));
        }
        if (random.nextDouble() < failing) {
            return new Verdict.Failed(Verdict.Cause.TIMEOUT);
        }
        ReturnCode any = list.list().codes().getFirst();
        return listed.contains(pair)
                ? new Verdict.Listed(List.of(new Verdict.Hit("127.0.0.2", any)), "", Duration.ZERO)
                : new Verdict.NotListed(Duration.ZERO);
    }

    @Override
    public void test(Path path, AskedList list) {
        boolean passes = random.nextDouble() >= failing / 4 && !tooOften;
        int asked = passes ? 2 : HealthProbe.mostQuestions(list, path.kind());
        count(list.id(), asked);
        Health said = passes ? Health.HEALTHY : new Health(Health.State.UNREACHABLE, "down");
        mail.add(() -> monitor.tested(path, list, said, asked, clock.instant()));
    }

    @Override
    public Optional<Sweep> sweep(AskedList list, LaneId lane, ResolverId resolver, int window, Swept swept) {
        return Optional.empty();
    }
}
