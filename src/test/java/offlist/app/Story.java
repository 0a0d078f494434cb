package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.Zone;
import offlist.dns.ResolverId;
import offlist.journal.SqlJournal;
import offlist.pool.IpAddress;
import offlist.pool.Pool;
import offlist.pool.PoolMember;
import offlist.pool.PoolName;
import offlist.probe.AskedList;
import offlist.probe.Health;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.probe.Verdict;
import offlist.schedule.Ask;
import offlist.schedule.LaneId;
import offlist.schedule.Sweep;
import offlist.store.Database;
import offlist.testing.ManualClock;
import offlist.track.ConfirmSettings;
import offlist.track.Event;
import offlist.track.Path;
import offlist.track.TimeOrderedIds;

/**
 * Drives a {@link Monitor} through time against lists whose answers are set by hand. Every question is answered in the
 * order it was asked, within the same moment.
 */
final class Story implements Questions {
    static final ResolverId ONE = new ResolverId("127.0.0.1:53");
    static final ResolverId TWO = new ResolverId("127.0.0.2:53");
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();

    final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T10:00:00Z"));
    final List<String> told = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final List<String> causes = new ArrayList<>();
    private final java.util.Set<ListId> lost = new java.util.HashSet<>();
    private final Map<Pair, Verdict> answers = new HashMap<>();
    private final Map<Path, Health> tests = new HashMap<>();
    private final Map<ResolverId, Verdict> resolverAnswers = new HashMap<>();
    private final Deque<Runnable> mail = new ArrayDeque<>();
    private final SqlJournal journal;
    private final List<WatchedList> lists = new ArrayList<>();
    private Monitor monitor;

    Story(Database database) {
        journal = new SqlJournal(database);
        monitor = start();
    }

    private Monitor start() {
        Random random = new Random(7);
        return new Monitor(this, journal, observer(), () -> CATALOGUE, new TimeOrderedIds(random), random);
    }

    private Observer observer() {
        return new Observer() {
            @Override
            public void checked(Observation observation) {}

            @Override
            public void clean(Path path, long took) {}

            @Override
            public void happened(Event event) {
                if (event instanceof offlist.track.ListHealthChanged change) {
                    causes.add(change.health().cause());
                } else if (event instanceof offlist.track.ResolverHealthChanged change) {
                    causes.add(change.cause());
                }
                told.add(event.type().replace("offlist.", "") + " " + event.subject());
            }
        };
    }

    /** The process dies and another one starts on the same store. */
    Story restart() {
        mail.clear();
        monitor = start();
        monitor.lists(lists, Duration.ofMinutes(10), ConfirmSettings.DEFAULT, clock.instant());
        return this;
    }

    Story lists(ResolverId resolver, String... ids) {
        return lists(List.of(resolver), ids);
    }

    Story lists(List<ResolverId> resolvers, String... ids) {
        lists.clear();
        for (String id : ids) {
            DnsList list = DnsList.custom(new ListId(id), Zone.of(id + ".test"));
            AskedList asked = new AskedList(list, list.zone(), resolvers, Duration.ofMillis(1500), 3);
            lists.add(new WatchedList(asked, true, Optional.empty(), Optional.empty()));
        }
        monitor.lists(lists, Duration.ofMinutes(10), ConfirmSettings.DEFAULT, clock.instant());
        return this;
    }

    Story pool(String... addresses) {
        monitor.pool(new Pool(Stream.of(addresses).map(Story::member).toList()), clock.instant());
        return settle();
    }

    private static PoolMember member(String address) {
        return new PoolMember(IpAddress.parse(address), new TreeSet<>(List.of(new PoolName("a"))));
    }

    Story answer(String list, String address, Verdict verdict) {
        answers.put(new Pair(IpAddress.parse(address), new ListId(list)), verdict);
        return this;
    }

    /** What was set for a pair. */
    Verdict given(String list, String address) {
        return java.util.Objects.requireNonNull(answers.get(new Pair(IpAddress.parse(address), new ListId(list))));
    }

    Story listed(String list, String address, String... codes) {
        List<Verdict.Hit> hits = Stream.of(codes)
                .map(code -> new Verdict.Hit(
                        code,
                        DnsList.custom(new ListId(list), Zone.of("x.test"))
                                .codeFor((int) IpAddress.parse(code).low())
                                .orElseThrow()))
                .toList();
        return answer(list, address, new Verdict.Listed(hits, "text", Duration.ZERO));
    }

    Story clean(String list, String address) {
        return answer(list, address, new Verdict.NotListed(Duration.ZERO));
    }

    /** Everything that is asked through the resolver fails like this. */
    Story down(ResolverId resolver) {
        resolverAnswers.put(resolver, new Verdict.Failed(Verdict.Cause.TIMEOUT));
        return this;
    }

    Story up(ResolverId resolver) {
        resolverAnswers.remove(resolver);
        return this;
    }

    Story health(String list, ResolverId resolver, Health.State state) {
        return health(list, resolver, new Health(state, "because"));
    }

    /** What the test points of a list say through a resolver. */
    Story health(String list, ResolverId resolver, Health said) {
        for (offlist.catalogue.Kind kind : offlist.catalogue.Kind.values()) {
            tests.put(new Path(new ListId(list), kind, resolver), said);
        }
        return this;
    }

    /** Test points of the list are asked from now on and never answered. */
    Story loses(String list) {
        lost.add(new ListId(list));
        return this;
    }

    /** Lets time pass in steps of a second, all due work done in each. */
    Story pass(Duration duration) {
        Instant end = clock.instant().plus(duration);
        while (clock.instant().isBefore(end)) {
            clock.pass(Duration.ofSeconds(1));
            settle();
        }
        return this;
    }

    Story settle() {
        for (int i = 0; i < 1_000; i++) {
            int work = monitor.step(clock.instant());
            while (!mail.isEmpty()) {
                mail.removeFirst().run();
                work++;
            }
            if (work == 0) {
                return this;
            }
        }
        throw new IllegalStateException("the monitor never comes to rest");
    }

    Monitor monitor() {
        return monitor;
    }

    List<String> transitions() {
        return told.stream().filter(line -> line.startsWith("listing.")).toList();
    }

    @Override
    public void ask(Ask ask, AskedList list, ResolverId resolver, boolean withText) {
        send(ask, list, resolver, withText, seen -> monitor.observed(ask, list, seen, clock.instant()));
    }

    @Override
    public Optional<Sweep> sweep(AskedList list, LaneId lane, ResolverId resolver, int window, Swept swept) {
        return lane.kind() == Kind.DOMAIN
                ? Optional.empty()
                : Optional.of(new StorySweep(
                        lane,
                        swept,
                        (ask, then) -> send(ask, list, resolver, false, then),
                        (ask, seen) -> monitor.observed(ask, list, seen, clock.instant())));
    }

    private void send(Ask ask, AskedList list, ResolverId resolver, boolean withText, Consumer<Observation> then) {
        Pair pair = new Pair(ask.target(), list.id());
        asked.add(pair.subject() + " by " + resolver + (withText ? " with text" : ""));
        Verdict verdict = resolverAnswers.containsKey(resolver)
                ? java.util.Objects.requireNonNull(resolverAnswers.get(resolver))
                : answers.getOrDefault(pair, new Verdict.NotListed(Duration.ZERO));
        Observation observation =
                new Observation(pair, verdict, resolver, clock.instant(), Duration.ZERO, verdict.label());
        mail.add(() -> then.accept(observation));
    }

    @Override
    public void test(Path path, AskedList list) {
        asked.add("test " + path);
        if (lost.contains(path.list())) {
            return;
        }
        Health health = resolverAnswers.containsKey(path.resolver())
                ? new Health(Health.State.UNREACHABLE, "down")
                : tests.getOrDefault(path, Health.HEALTHY);
        mail.add(() -> monitor.tested(path, list, health, clock.instant()));
    }
}
