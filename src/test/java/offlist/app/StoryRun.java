package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.ReturnCode;
import offlist.catalogue.Zone;
import offlist.dns.ResolverId;
import offlist.journal.Journal;
import offlist.journal.SqlJournal;
import offlist.pool.Pool;
import offlist.pool.PoolMember;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.probe.AskedList;
import offlist.probe.Health;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.probe.Verdict;
import offlist.schedule.Ask;
import offlist.schedule.LaneId;
import offlist.schedule.PollLoop;
import offlist.schedule.Sweep;
import offlist.store.StoreException;
import offlist.track.CloseReason;
import offlist.track.ConfirmSettings;
import offlist.track.Event;
import offlist.track.Flapping;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.Mass;
import offlist.track.Path;
import offlist.track.TimeOrderedIds;
import offlist.track.Transition;

/**
 * Lives through a history: a {@link Monitor} on one side, a {@link StoryModel} on the other, both given the same answers,
 * compared after everything that happens.
 */
final class StoryRun implements Questions {
    /** Ways in which a list, a resolver or both together can be wrong. */
    enum Fault {
        TIMEOUT(new Verdict.Failed(Verdict.Cause.TIMEOUT), Health.State.UNREACHABLE),
        SERVFAIL(new Verdict.Failed(Verdict.Cause.SERVFAIL), Health.State.UNREACHABLE),
        REFUSED(new Verdict.Failed(Verdict.Cause.REFUSED), Health.State.REFUSING),
        REFUSAL_CODE(new Verdict.Refused(hit("127.255.255.254")), Health.State.REFUSING),
        PARKED(new Verdict.Failed(Verdict.Cause.OUTSIDE_LOOPBACK), Health.State.LISTS_EVERYTHING),
        MAD(new Verdict.Listed(List.of(hit("127.0.0.2")), "", Duration.ZERO), Health.State.LISTS_EVERYTHING),
        EMPTIED(new Verdict.NotListed(Duration.ZERO), Health.State.LISTS_NOTHING);

        private final Verdict verdict;
        private final Health.State state;

        Fault(Verdict verdict, Health.State state) {
            this.verdict = verdict;
            this.state = state;
        }
    }

    private record Letter(Instant at, String about, long number, Runnable content) {}

    private static final Catalogue CATALOGUE = CatalogueReader.shipped();
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final int RESTLESS = 20_000;

    final StoryModel model = new StoryModel();
    /** What the lists would say of a pair if all were well. */
    final Map<String, Set<String>> truth = new TreeMap<>();
    /** By list, by resolver, or by {@code list through resolver}. */
    final Map<String, Fault> faults = new TreeMap<>();

    final Map<String, List<String>> lists = new LinkedHashMap<>();
    final Map<String, String> pool = new LinkedHashMap<>();
    final Set<String> untestable = new TreeSet<>();
    int looks = 2;
    boolean storeDown;
    Duration slowest = Duration.ZERO;
    double loss;

    private final PriorityQueue<Letter> mail = new PriorityQueue<>(
            Comparator.comparing(Letter::at).thenComparing(Letter::about).thenComparing(Letter::number));
    private final long seed;
    /**
     * Two tests of one path are under way together only when the path was given up and taken up again at once; then the
     * first answer counts as that to the first question, and the second proves nothing.
     */
    private final Map<String, Long> testsSent = new TreeMap<>();

    private final StoryJournal memory = new StoryJournal();
    private final Optional<SqlJournal> real;
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private long letters;
    private int compared;
    private Monitor monitor;

    /** @param real a second journal that has to say the same */
    StoryRun(long seed, Optional<SqlJournal> real) {
        this.seed = seed;
        this.real = real;
        this.monitor = start();
    }

    private Monitor start() {
        Random own = new Random(seed);
        Observer deaf = new Observer() {
            @Override
            public void checked(Observation observation) {}

            @Override
            public void clean(Path path, long took) {}

            @Override
            public void happened(Event event) {}
        };
        return new Monitor(this, journal(), deaf, () -> CATALOGUE, new TimeOrderedIds(own), own);
    }

    private Journal journal() {
        return (Journal) java.lang.reflect.Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        commit((List<?>) arguments[0]);
                        return null;
                    }
                    return method.invoke(real.isPresent() ? real.get() : memory, arguments);
                });
    }

    private void commit(List<?> events) {
        if (storeDown) {
            model.storeFails();
            throw new StoreException("the disk is full", new IllegalStateException());
        }
        List<Event> all = events.stream().map(Event.class::cast).toList();
        memory.commit(all);
        real.ifPresent(journal -> journal.commit(all));
        model.storeWorks();
    }

    // ---- what happens

    void restart() {
        mail.clear();
        model.restart();
        monitor = start();
        reload();
        pool();
    }

    void reload() {
        List<WatchedList> all = lists.entrySet().stream()
                .map(entry -> watched(entry.getKey(), entry.getValue()))
                .toList();
        monitor.lists(all, INTERVAL, new ConfirmSettings(looks, Flapping.DEFAULT, Mass.DEFAULT), now);
        model.lists(lists, looks);
    }

    private static WatchedList watched(String id, List<String> resolvers) {
        DnsList list = DnsList.custom(new ListId(id), Zone.of(id + ".test"));
        DnsList fit = id.startsWith("dom") ? list.with(Set.of(Kind.DOMAIN)) : list;
        List<ResolverId> ids = resolvers.stream().map(ResolverId::new).toList();
        AskedList asked = new AskedList(fit, fit.zone(), ids, Duration.ofMillis(1500), 3);
        return new WatchedList(asked, true, Optional.empty(), Optional.empty());
    }

    void pool() {
        boolean behind = !monitor.recorded();
        List<PoolMember> members = pool.entrySet().stream()
                .map(entry -> new PoolMember(
                        Target.parse(entry.getKey()), new TreeSet<>(List.of(new PoolName(entry.getValue())))))
                .toList();
        monitor.pool(new Pool(members), now);
        model.pool(Map.copyOf(pool), behind);
    }

    /** A person asks. */
    void check(String target, String list) {
        var unused = monitor.check(Target.parse(target), new ListId(list), now);
    }

    void clock(Duration by) {
        now = now.plus(by);
    }

    // ---- the world's answers

    @Override
    public void ask(Ask ask, AskedList list, ResolverId resolver, boolean withText) {
        send(ask, list, resolver, withText, seen -> monitor.observed(ask, list, seen, now));
    }

    @Override
    public Optional<Sweep> sweep(AskedList list, LaneId lane, ResolverId resolver, int window, Swept swept) {
        return lane.kind() == Kind.DOMAIN
                ? Optional.empty()
                : Optional.of(new StorySweep(
                        lane,
                        swept,
                        (ask, then) -> send(ask, list, resolver, false, then),
                        (ask, seen) -> monitor.observed(ask, list, seen, now)));
    }

    private void send(Ask ask, AskedList list, ResolverId resolver, boolean withText, Consumer<Observation> then) {
        Pair pair = new Pair(ask.target(), list.id());
        Verdict verdict = verdict(pair, resolver);
        Observation seen = new Observation(pair, verdict, resolver, now, Duration.ZERO, verdict.label());
        int way = model.way(list.id().value());
        deliver(pair + " by " + resolver, () -> {
            then.accept(seen);
            model.answered(pair.subject(), resolver.value(), way, codes(verdict), seen.asked());
        });
    }

    @Override
    public void test(Path path, AskedList list) {
        String name = path.list() + "|" + path.kind().label() + "|" + path.resolver();
        int way = model.way(list.id().value());
        testsSent.putIfAbsent(name + " " + way, model.moment());
        Health.State state = fault(path.list().value(), path.resolver().value())
                .map(fault -> fault.state)
                .orElse(untestable.contains(path.list().value()) ? Health.State.UNVERIFIED : Health.State.HEALTHY);
        boolean good = state == Health.State.HEALTHY || state == Health.State.UNVERIFIED;
        deliver(name, () -> {
            monitor.tested(path, list, new Health(state, "because"), now);
            long sent = Optional.ofNullable(testsSent.remove(name + " " + way)).orElse(-1L);
            model.tested(name, way, good, sent, now);
        });
    }

    private Verdict verdict(Pair pair, ResolverId resolver) {
        if (chance(pair + " by " + resolver).nextDouble() < loss) {
            return Fault.TIMEOUT.verdict;
        }
        return fault(pair.list().value(), resolver.value())
                .map(fault -> fault.verdict)
                .orElseGet(() -> truly(truth.getOrDefault(pair.subject(), Set.of())));
    }

    private Optional<Fault> fault(String list, String resolver) {
        return Stream.of(list + " through " + resolver, resolver, list)
                .filter(faults::containsKey)
                .map(faults::get)
                .findFirst();
    }

    private static Verdict truly(Set<String> codes) {
        return codes.isEmpty()
                ? new Verdict.NotListed(Duration.ZERO)
                : new Verdict.Listed(codes.stream().map(StoryRun::hit).toList(), "text", Duration.ZERO);
    }

    private static Verdict.Hit hit(String code) {
        return new Verdict.Hit(code, Any.LISTING);
    }

    /** What an answer means is read elsewhere; here every code is a listing. */
    private static final class Any {
        static final ReturnCode LISTING =
                DnsList.custom(new ListId("any"), Zone.of("any.test")).codes().getFirst();
    }

    private static Optional<Set<String>> codes(Verdict verdict) {
        if (verdict instanceof Verdict.Listed listed) {
            return Optional.of(
                    listed.hits().stream().map(Verdict.Hit::answer).collect(Collectors.toCollection(TreeSet::new)));
        }
        return verdict.definite() ? Optional.of(Set.of()) : Optional.empty();
    }

    private void deliver(String about, Runnable content) {
        Duration delay = slowest.multipliedBy(chance(about).nextInt(100)).dividedBy(100);
        mail.add(new Letter(now.plus(delay), about, letters++, content));
    }

    /** The order in which things are asked must not matter: it is not the same in every process. */
    private Random chance(String about) {
        return new Random(seed * 31 + Objects.hash(about, now));
    }

    // ---- time

    void pass(Duration duration) {
        Instant end = now.plus(duration);
        settle();
        while (now.isBefore(end)) {
            Instant next = Stream.of(Optional.ofNullable(mail.peek()).map(Letter::at), monitor.nextAt(now))
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder())
                    .orElse(end);
            now = next.isAfter(end) ? end : next.isAfter(now) ? next : now.plusMillis(250);
            settle();
        }
    }

    private void settle() {
        int work = 1;
        for (int i = 0; work > 0; i++) {
            if (i > RESTLESS) {
                throw new AssertionError("the monitor never comes to rest");
            }
            work = monitor.step(now);
            same();
            for (Letter letter = mail.peek(); letter != null && !letter.at().isAfter(now); letter = mail.peek()) {
                mail.remove().content().run();
                work++;
                same();
            }
        }
    }

    // ---- the comparison

    void same() {
        if (compared == model.told.size() && compared == memory.transitions().size()) {
            return;
        }
        List<String> said = memory.transitions().stream()
                .skip(compared)
                .map(StoryRun::words)
                .sorted(Comparator.comparing(StoryRun::pair))
                .toList();
        List<String> meant = model.told.stream()
                .skip(compared)
                .sorted(Comparator.comparing(StoryRun::pair))
                .toList();
        compared += said.size();
        equal("the transitions", meant, said);
        if (!said.isEmpty()) {
            equal("the open listings", model.open, open(memory));
            real.ifPresent(journal -> equal("the open listings of the real journal", model.open, open(journal)));
        }
    }

    /** After a long calm with everything well the journal says what the lists say. */
    void endsInTruth() {
        Map<String, Set<String>> wanted = new TreeMap<>();
        truth.forEach((pair, codes) -> {
            String target = pair.substring(0, pair.lastIndexOf('/'));
            String list = pair.substring(pair.lastIndexOf('/') + 1);
            if (!codes.isEmpty() && pool.containsKey(target) && lists.containsKey(list)) {
                wanted.put(pair, codes);
            }
        });
        Map<String, Set<String>> found = new TreeMap<>();
        open(memory).forEach((pair, open) -> found.put(pair, open.codes()));
        equal("what the lists say after a calm", wanted, found);
    }

    private void equal(String what, Object wanted, Object found) {
        if (!wanted.equals(found)) {
            throw new AssertionError(what + " at " + now + "\n  must be " + wanted + "\n  but are " + found);
        }
    }

    private static Map<String, StoryModel.Open> open(Journal journal) {
        Map<String, StoryModel.Open> open = new TreeMap<>();
        journal.openListings().forEach(listing -> open.put(listing.pair().subject(), open(listing)));
        return open;
    }

    private static StoryModel.Open open(Listing listing) {
        return new StoryModel.Open(
                listing.codes().stream().map(ListedCode::answer).collect(Collectors.toCollection(TreeSet::new)),
                listing.flapping());
    }

    private static String pair(String words) {
        return words.split(" ")[1];
    }

    private static String words(Transition transition) {
        Listing listing = transition.listing();
        String because = listing.closedBecause()
                .filter(reason -> reason != CloseReason.DELISTED)
                .map(CloseReason::label)
                .orElseGet(() -> transition.evidence().looks().size() + " looks");
        String state = listing.open() ? open(listing) + " " : "";
        return transition.label() + " " + listing.pair().subject() + " " + state + because;
    }

    /** What can be asked about a target. */
    static boolean fits(String target, String list) {
        return (PollLoop.kindOf(Target.parse(target)) == Kind.DOMAIN) == list.startsWith("dom");
    }
}
