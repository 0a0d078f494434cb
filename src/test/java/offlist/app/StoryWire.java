package offlist.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.CodeSelector;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.ListId;
import offlist.catalogue.ReturnCode;
import offlist.catalogue.Style;
import offlist.catalogue.Zone;
import offlist.dns.HotPath;
import offlist.dns.ResolverId;
import offlist.dns.Resolvers;
import offlist.journal.SqlJournal;
import offlist.pool.Pool;
import offlist.pool.PoolMember;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.probe.AskedList;
import offlist.probe.Check;
import offlist.probe.DnsProber;
import offlist.probe.HealthProbe;
import offlist.probe.Observation;
import offlist.probe.Verdict;
import offlist.schedule.Ask;
import offlist.schedule.LaneId;
import offlist.schedule.Sweep;
import offlist.store.OpenStore;
import offlist.testing.FakeDns;
import offlist.testing.FakeDnsFault;
import offlist.testing.ManualClock;
import offlist.testing.Stores;
import offlist.track.ConfirmSettings;
import offlist.track.Event;
import offlist.track.TimeOrderedIds;

/** The program over real DNS on the loopback, with one or two servers that can lie, its own store, and a clock by hand. */
final class StoryWire implements Questions, AutoCloseable {
    static final String BL = "bl";
    static final String ZONE = "bl.test";

    private static final Catalogue SHIPPED = CatalogueReader.shipped();
    /** Long for a loopback, so that a busy machine is not taken for a silent list. */
    private static final Duration TIMEOUT = Duration.ofMillis(400);

    final List<FakeDns> servers;
    /** What was read of the list's answers through the first server. */
    final Set<String> read = new HashSet<>();

    private final HotPath hot = HotPath.open();
    private final Resolvers resolvers = new Resolvers();
    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private final List<CompletableFuture<?>> underWay = new ArrayList<>();
    private final DnsProber prober = new DnsProber(resolvers::resolver, clock);
    private final HealthProbe healthProbe = new HealthProbe(resolvers::resolver);
    private final OpenStore store;
    private final SqlJournal journal;
    private final Monitor monitor;

    StoryWire(Path directory, int count) {
        servers = Stream.generate(FakeDns::start).limit(count).toList();
        store = Stores.sqlite(directory);
        journal = new SqlJournal(store.database());
        Random random = new Random(7);
        monitor = new Monitor(this, journal, new Counting(), () -> SHIPPED, new TimeOrderedIds(random), random);
        servers.forEach(server ->
                List.of(ZONE, "other.test").forEach(zone -> server.zone(zone).testPoints()));
    }

    @Override
    public void close() {
        hot.close();
        resolvers.close();
        servers.forEach(FakeDns::close);
        store.close();
    }

    void start(List<String> targets) {
        List<WatchedList> lists = Stream.of(BL, "other").map(this::watched).toList();
        monitor.lists(lists, Duration.ofMinutes(10), ConfirmSettings.DEFAULT, clock.instant());
        monitor.pool(new Pool(targets.stream().map(StoryWire::member).toList()), clock.instant());
    }

    private static PoolMember member(String target) {
        return new PoolMember(Target.parse(target), new TreeSet<>(List.of(new PoolName("mail"))));
    }

    private WatchedList watched(String id) {
        DnsList list = DnsList.custom(new ListId(id), Zone.of(id + ".test"))
                .with(Style.EXACT, List.of(code("127.0.0.*", Effect.LISTED), code("127.255.255.254", Effect.ERROR)));
        List<ResolverId> ids = servers.stream().map(FakeDns::id).toList();
        AskedList asked = new AskedList(list, list.zone(), ids, TIMEOUT, 3);
        return new WatchedList(asked, true, Optional.empty(), Optional.empty());
    }

    private static ReturnCode code(String pattern, Effect effect) {
        return new ReturnCode(
                CodeSelector.OctetPattern.parse(pattern).orElseThrow(), effect, "spam-source", "means " + pattern);
    }

    void lists(String target, String code) {
        servers.forEach(server -> server.zone(ZONE).list(target, code));
    }

    void delists(String target) {
        servers.forEach(server -> server.zone(ZONE).unlist(target));
    }

    /** From now on the first servers do this to every answer about the list. */
    void lie(int count, FakeDnsFault fault) {
        servers.stream().limit(count).forEach(server -> server.on(ZONE, fault));
    }

    void honest() {
        servers.forEach(FakeDns::wellBehaved);
    }

    boolean open(String target) {
        return journal.openListings().stream()
                .anyMatch(listing -> listing.target().text().equals(target));
    }

    /** All transitions of a target in one line, oldest first. */
    String story(String target) {
        return String.join(
                " ",
                journal.history(Target.parse(target), 100).reversed().stream()
                        .map(transition -> transition.label())
                        .toList());
    }

    String listHealth() {
        return monitor.health().health(new ListId(BL)).health().state().label();
    }

    Set<String> resolverHealth() {
        return new TreeSet<>(servers.stream()
                .map(server -> monitor.health().resolver(server.id()).state().label())
                .toList());
    }

    void pass(Duration duration) throws Exception {
        Instant end = clock.instant().plus(duration);
        settle();
        while (clock.instant().isBefore(end)) {
            Instant now = clock.instant();
            Instant next = monitor.nextAt(now).orElse(end);
            clock.pass(Duration.between(
                    now, next.isBefore(now.plusSeconds(1)) ? now.plusSeconds(1) : next.isAfter(end) ? end : next));
            settle();
        }
    }

    private void settle() throws Exception {
        int work = 1;
        while (work > 0) {
            work = monitor.step(clock.instant()) + (hot.pending() > 0 ? 1 : 0) + hot.poll(1);
            CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
            underWay.clear();
            for (Runnable answer = inbox.poll(); answer != null; answer = inbox.poll()) {
                answer.run();
                work++;
            }
        }
    }

    @Override
    public void ask(Ask ask, AskedList list, ResolverId resolver, boolean withText) {
        Check check = new Check(list, ask.target(), resolver, withText);
        tell(ask, check, prober.probe(check));
    }

    private void tell(Ask ask, Check check, CompletableFuture<Observation> answer) {
        underWay.add(
                answer.thenAccept(seen -> inbox.add(() -> monitor.observed(ask, check.list(), seen, clock.instant()))));
    }

    @Override
    public Optional<Sweep> sweep(AskedList list, LaneId lane, ResolverId resolver, int window, Swept swept) {
        return HotSweep.open(hot, prober, new Onward(this::tell, list, lane, resolver, swept, clock), window);
    }

    @Override
    public void test(offlist.track.Path path, AskedList list) {
        underWay.add(healthProbe
                .check(list, path.kind(), path.resolver())
                .thenAccept(health -> inbox.add(() -> monitor.tested(path, list, health, clock.instant()))));
    }

    private final class Counting implements Observer {
        @Override
        public void clean(offlist.track.Path path, long took) {
            boolean first = path.resolver().equals(servers.getFirst().id());
            if (first && path.list().value().equals(BL)) {
                read.add("not_listed");
            }
        }

        @Override
        public void checked(Observation seen) {
            boolean first = seen.resolver().equals(servers.getFirst().id());
            if (first && seen.pair().list().value().equals(BL)) {
                read.add(
                        seen.verdict() instanceof Verdict.Failed failed
                                ? failed.cause().label()
                                : seen.verdict().label());
            }
        }

        @Override
        public void happened(Event event) {}
    }
}
