package offlist.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.dns.Resolver;
import offlist.dns.ResolverId;
import offlist.journal.Journal;
import offlist.journal.SqlJournal;
import offlist.pool.IpRange;
import offlist.pool.Pool;
import offlist.pool.PoolMember;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.probe.AskedList;
import offlist.probe.Check;
import offlist.probe.DnsProber;
import offlist.probe.Health;
import offlist.probe.HealthProbe;
import offlist.schedule.Ask;
import offlist.schedule.LaneId;
import offlist.schedule.Sweep;
import offlist.store.OpenStore;
import offlist.store.StoreException;
import offlist.testing.FakeDns;
import offlist.testing.Stores;
import offlist.track.ConfirmSettings;
import offlist.track.Event;
import offlist.track.Flapping;
import offlist.track.Mass;
import offlist.track.TimeOrderedIds;

/**
 * Where a story is played: the program from its questions to what a receiver is told, with the store of a daemon, and
 * only DNS ({@link StoryNet}) and the clock made up.
 */
final class StoryStage implements Questions, AutoCloseable {
    private static final Instant BEGINNING = Instant.parse("2026-11-22T10:00:00Z");
    private static final int RESTLESS = 10_000;
    private static final Duration SHORTEST = Duration.ofMillis(100);
    /** The engine looks several times a second; a story need not. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private record Letter(Duration at, long number, Runnable content) {}

    final Map<String, ResolverId> resolvers = new LinkedHashMap<>();
    final Map<String, DnsList> lists = new LinkedHashMap<>();
    final Map<String, List<String>> through = new LinkedHashMap<>();
    final Map<String, TreeSet<PoolName>> pool = new LinkedHashMap<>();
    final StoryNet net = new StoryNet(lists.values(), this::later);
    List<String> asked = new ArrayList<>();
    Duration interval = Duration.ofMinutes(10);
    int looks = ConfirmSettings.DEFAULT.looks();
    boolean storeFails;

    private final PriorityQueue<Letter> mail =
            new PriorityQueue<>(Comparator.comparing(Letter::at).thenComparing(Letter::number));
    private final Catalogue shipped;
    private final OpenStore store;
    private final SqlJournal journal;
    private final StoryAlerts alerts;
    private final StoryWords words = new StoryWords(resolvers);
    private final List<String> told = new ArrayList<>();
    private final List<FakeDns> ports = new ArrayList<>();
    private final DnsProber prober = new DnsProber(this::resolver, this::now);
    private final HealthProbe healthProbe = new HealthProbe(this::resolver);
    private Duration elapsed = Duration.ZERO;
    private Duration skew = Duration.ZERO;
    private long letters;
    private final BlockingQueue<Runnable> arrived = new LinkedBlockingQueue<>();
    private int testing;
    private int life;
    private Optional<Monitor> monitor = Optional.empty();

    StoryStage(Path directory, Catalogue shipped) {
        this.shipped = shipped;
        this.store = Stores.sqlite(directory);
        this.journal = new SqlJournal(store.database());
        this.alerts = new StoryAlerts(store.database(), this::catalogue, message -> told.add(words.of(message)));
    }

    Catalogue catalogue() {
        return shipped.with(lists.values().stream()
                .filter(list -> shipped.list(list.id()).isEmpty())
                .toList());
    }

    /** A resolver of that name; somebody is there, what is answered comes from {@link StoryNet}. */
    void resolver(String name) {
        FakeDns there = FakeDns.start();
        ports.add(there);
        resolvers.put(name, there.id());
    }

    @Override
    public void close() {
        ports.forEach(FakeDns::close);
        store.close();
    }

    // ---- what happens

    /** The daemon starts, or dies and starts again on what the store holds. */
    void start() {
        life++;
        mail.clear();
        testing = 0;
        Random random = new Random(life);
        monitor = Optional.of(
                new Monitor(this, recording(), new Heard(), this::catalogue, new TimeOrderedIds(random), random));
        alerts.restart();
        reload();
        join();
    }

    boolean started() {
        return monitor.isPresent();
    }

    void reload() {
        List<WatchedList> watched = asked.stream()
                .map(id -> new WatchedList(
                        asked(id), shipped.list(list(id).id()).isEmpty(), Optional.empty(), Optional.empty()))
                .toList();
        monitor.ifPresent(
                m -> m.lists(watched, interval, new ConfirmSettings(looks, Flapping.DEFAULT, Mass.DEFAULT), now()));
    }

    private DnsList list(String id) {
        return java.util.Objects.requireNonNull(lists.get(id), id);
    }

    private AskedList asked(String id) {
        List<ResolverId> ids = through.getOrDefault(id, List.copyOf(resolvers.keySet())).stream()
                .map(resolvers::get)
                .toList();
        return new AskedList(list(id), list(id).zone(), ids, Duration.ofMillis(1500), 3);
    }

    void join() {
        List<PoolMember> members = pool.entrySet().stream()
                .map(entry -> new PoolMember(Target.parse(entry.getKey()), entry.getValue()))
                .toList();
        monitor.ifPresent(m -> m.pool(new Pool(members), now()));
    }

    void clock(Duration by) {
        skew = skew.plus(by);
    }

    /** The addresses of a range, or the target itself. */
    static Stream<String> targets(String text) {
        if (!text.contains("/")) {
            return Stream.of(Target.parse(text).text());
        }
        IpRange range = IpRange.parse(text);
        return Stream.iterate(
                        range.first(),
                        range::contains,
                        address -> address.next().orElseThrow())
                .map(Target::text);
    }

    private Journal recording() {
        return (Journal) java.lang.reflect.Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && storeFails) {
                        throw new StoreException("the disk is full", new IllegalStateException());
                    }
                    return method.invoke(journal, arguments);
                });
    }

    private final class Heard implements Observer {
        @Override
        public void checked(offlist.probe.Observation observation) {}

        @Override
        public void clean(offlist.track.Path path, long took) {}

        @Override
        public void happened(Event event) {
            words.of(event).ifPresent(told::add);
        }
    }

    // ---- DNS

    private Resolver resolver(ResolverId id) {
        String name = resolvers.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .findFirst()
                .orElseThrow()
                .getKey();
        return net.resolver(id, name);
    }

    @Override
    public void ask(Ask ask, AskedList list, ResolverId resolver, boolean withText) {
        send(ask, list, resolver, withText, seen -> observed(ask, list, seen));
    }

    private void observed(Ask ask, AskedList list, offlist.probe.Observation seen) {
        monitor.orElseThrow().observed(ask, list, seen, now());
    }

    @Override
    public Optional<Sweep> sweep(AskedList list, LaneId lane, ResolverId resolver, int window, Swept swept) {
        return lane.kind() == Kind.DOMAIN
                ? Optional.empty()
                : Optional.of(new StorySweep(
                        lane,
                        swept,
                        (ask, then) -> send(ask, list, resolver, false, then),
                        (ask, seen) -> observed(ask, list, seen)));
    }

    private void send(
            Ask ask, AskedList list, ResolverId resolver, boolean withText, Consumer<offlist.probe.Observation> then) {
        prober.probe(new Check(list, ask.target(), resolver, withText)).thenAccept(then);
    }

    @Override
    public void test(offlist.track.Path path, AskedList list) {
        int then = life;
        testing++;
        healthProbe
                .check(list, path.kind(), path.resolver())
                .thenAccept(health -> arrived.add(() -> tested(then, path, list, health)));
    }

    private void tested(int then, offlist.track.Path path, AskedList list, Health health) {
        if (then == life) {
            testing--;
            monitor.orElseThrow().tested(path, list, health, now());
        }
    }

    /** Whether somebody listens at a resolver's port is asked of the system, which answers in its own time. */
    private boolean arrival() {
        try {
            Runnable next = testing == 0 ? null : arrived.poll(mail.isEmpty() ? 5_000 : 50, TimeUnit.MILLISECONDS);
            Optional.ofNullable(next).ifPresent(Runnable::run);
            return next != null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void later(Duration wait, Runnable content) {
        mail.add(new Letter(elapsed.plus(wait), letters++, content));
    }

    // ---- time

    private Instant now() {
        return BEGINNING.plus(elapsed).plus(skew);
    }

    /** Lets time pass until then; returns what was told. */
    List<String> until(Duration end) {
        settle();
        while (elapsed.compareTo(end) < 0) {
            Duration next = Stream.of(
                            Optional.ofNullable(mail.peek())
                                    .map(letter -> letter.at().minus(elapsed)),
                            monitor.orElseThrow().nextAt(now()).map(at -> Duration.between(now(), at)),
                            alerts.nextAt().map(at -> Duration.between(now(), at)),
                            Optional.of(end.minus(elapsed)))
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            elapsed = elapsed.plus(
                    next.compareTo(SHORTEST) < 0 ? SHORTEST : next.compareTo(LONGEST) > 0 ? LONGEST : next);
            elapsed = elapsed.compareTo(end) > 0 ? end : elapsed;
            if (elapsed.compareTo(end) < 0) {
                settle();
            }
        }
        List<String> all = List.copyOf(told);
        told.clear();
        return all;
    }

    private void settle() {
        int work = 1;
        for (int i = 0; work > 0; i++) {
            if (i > RESTLESS) {
                throw new AssertionError("the monitor never comes to rest");
            }
            work = monitor.orElseThrow().step(now());
            while (!mail.isEmpty() && mail.peek().at().compareTo(elapsed) <= 0) {
                mail.remove().content().run();
                work++;
            }
            work += work == 0 && arrival() ? 1 : 0;
        }
        alerts.step(now());
    }
}
