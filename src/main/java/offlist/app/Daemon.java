package offlist.app;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.alert.Actions;
import offlist.alert.AlertConsumer;
import offlist.alert.AlertPump;
import offlist.alert.AlertRepair;
import offlist.alert.AlertSettings;
import offlist.alert.MailSettings;
import offlist.alert.Notifiers;
import offlist.alert.Sent;
import offlist.alert.StoredActions;
import offlist.bounce.Blocks;
import offlist.bounce.Complained;
import offlist.bounce.Refusal;
import offlist.bounce.RefusalDesk;
import offlist.bounce.Refusals;
import offlist.bounce.hook.BoundedGet;
import offlist.bounce.hook.HookDoor;
import offlist.catalogue.Catalogue;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.config.Settings;
import offlist.delist.DelistConsumer;
import offlist.delist.FigureBoard;
import offlist.delist.PrivateListing;
import offlist.delist.TaskDesk;
import offlist.delist.TaskOpener;
import offlist.delist.Tasks;
import offlist.dns.HotPath;
import offlist.dns.Lookups;
import offlist.dns.ResolverId;
import offlist.dns.Resolvers;
import offlist.events.EventSender;
import offlist.events.EventsPump;
import offlist.journal.Journal;
import offlist.journal.PoolHistory;
import offlist.journal.SqlJournal;
import offlist.local.LocalNews;
import offlist.local.LocalZones;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.Lookup;
import offlist.pool.Pool;
import offlist.pool.PoolKeeper;
import offlist.pool.PoolName;
import offlist.pool.PoolReading;
import offlist.pool.SourceState;
import offlist.pool.Target;
import offlist.probe.AskedList;
import offlist.probe.DnsProber;
import offlist.probe.Explainer;
import offlist.probe.Explanation;
import offlist.probe.HealthProbe;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.ready.Readiness;
import offlist.schedule.PollLoop;
import offlist.smtp.MailRoute;
import offlist.store.Consumer;
import offlist.store.Database;
import offlist.store.Outbox;
import offlist.store.Tx;
import offlist.ticket.TicketConsumer;
import offlist.ticket.TicketDoor;
import offlist.ticket.TicketPump;
import offlist.ticket.TicketSent;
import offlist.ticket.TicketSettings;
import offlist.ticket.TicketSystem;
import offlist.track.Ids;
import offlist.track.Listing;
import offlist.track.StatusBoard;
import offlist.track.TimeOrderedIds;
import offlist.triage.CaseFinder;
import offlist.triage.ServerCalls;
import offlist.triage.TriageDesk;
import offlist.web.Reloaded;

/**
 * Everything that runs: the engine that asks, the keeper of the pool, the pumps that carry what is recorded to its hearers,
 * a lane for each receiver. Plain Java, so that a test starts it without a framework.
 */
final class Daemon implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PUMP = Duration.ofMillis(500);
    private static final Duration TIDY = Duration.ofHours(1);
    private static final Duration RECKON = Duration.ofMinutes(1);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration DNS_TIMEOUT = Duration.ofSeconds(3);

    private final InstantSource clock;
    private final Boot boot;
    private final Database database;
    private final Resolvers resolvers = new Resolvers();
    private final LocalZones local;
    private final Servers servers;
    private final Journal journal;
    private final SettingsKeeper settings;
    private final Engine engine;
    private final AlertPump alerts;
    private final Troubles troubles;
    private final Digests digests;
    private final TicketPump tickets;
    private final EventsPump events;
    private final TaskDesk desk;
    private final Bounces bounces;
    private final ServerCalls calls;
    private final List<Worker> pumps = new ArrayList<>();
    private final AlertLanes lanes;
    private final Worker keeper;
    private final Worker tidier;
    private final FigureBoard figures;
    private final Worker reckoner;
    private final Hearers hearers;
    private final PoolKeeper pool;
    private volatile PoolReading reading;
    private Optional<MailSettings> relay = Optional.empty();

    Daemon(
            Boot boot,
            Notifiers notifiers,
            EventSender events,
            Hearers hearers,
            InstantSource clock,
            RandomGenerator random) {
        this.boot = boot;
        this.clock = clock;
        this.hearers = hearers;
        this.database = boot.store().database();
        this.local = new LocalZones(new SqlZoneSizes(database));
        this.servers = new Servers(resolvers, local);
        this.journal = new SqlJournal(database);
        this.settings = new SettingsKeeper(boot.loaded(), boot.catalogue(), clock.instant(), this::configure);
        Ids ids = new TimeOrderedIds(random);
        HotPath hot = HotPath.open();
        this.engine = new Engine(
                clock,
                hot,
                self -> new Monitor(
                        new DnsQuestions(
                                self,
                                hot,
                                new DnsProber(servers::resolver, clock, self::spare),
                                new HealthProbe(servers::resolver),
                                local),
                        journal,
                        new Announcer(hearers, this::wake),
                        this::catalogue,
                        ids,
                        random,
                        new SqlClaims(database, System::nanoTime)));
        this.troubles = new Troubles(database, this::wake, clock);
        this.digests = new Digests(database, engine::now, this::wake);
        this.alerts = new AlertPump(database, this::alerting, notifiers, this::catalogue, random, this::sent);
        this.lanes = new AlertLanes(alerts, clock);
        this.pool = new PoolKeeper(lookups(settings.settings()), new SqlYields(database), clock);
        // Before the first reading, and not the same object as any that is read.
        this.reading = new PoolReading(new Pool(List.of()), List.of(), List.of());
        this.keeper = new Worker("pool", LOOK, this::lookAround);
        // Not among the pumps: an event wakes those, and is no reason to look for what can be forgotten.
        this.tidier = new Worker("tidy", TIDY, this::tidy);
        this.figures = new FigureBoard(database, clock);
        this.reckoner = new Worker("figures", RECKON, this::reckon);
        pump(new AlertConsumer(this::alerting, this::catalogue));
        HttpClient http = httpClient();
        this.tickets = new TicketPump(database, this::ticketing, http, random, this::sent);
        pump(new TicketConsumer(this::ticketing));
        pumps.add(new Worker("tickets", PUMP, () -> tickets.step(clock.instant())));
        pump(new DelistConsumer(this::catalogue));
        this.desk = new TaskDesk(database, clock, this::wake);
        this.bounces = new Bounces(
                database,
                ids,
                clock,
                () -> settings.settings().bounces(),
                this::catalogue,
                () -> reading.pool(),
                hearers,
                this::wake,
                new BoundedGet(http, CONNECT),
                answered ->
                        new RefusalJoins(this::check, () -> settings.settings().lists(), answered, clock));
        this.calls = new ServerCalls(() -> settings.settings().triage(), clock);
        RemovalLooks looks = new RemovalLooks(desk, settings::settings, this::readiness);
        pumps.add(new Worker("removal", LOOK, looks::step));
        this.events = new EventsPump(database, events);
        pumps.add(new Worker("events", PUMP, this.events::step));
    }

    /** Age of the oldest event that the bus has not taken. */
    Optional<Duration> oldestEvent() {
        return events.oldest(clock.instant());
    }

    /** Where the records are, for people. */
    String records() {
        return boot.store().place();
    }

    /** Who is told; on a terminal that shows alerts, the terminal too. */
    AlertSettings alerting() {
        AlertSettings told = settings.settings().alert();
        return boot.console().isPresent() ? told.withConsole() : told;
    }

    private TicketSettings ticketing() {
        return settings.settings().tickets();
    }

    /** Follows no redirects, so that a token goes nowhere else. */
    private static HttpClient httpClient() {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private void pump(Consumer consumer) {
        OutboxPump pump = new OutboxPump(database, consumer);
        pumps.add(new Worker(consumer.name(), PUMP, pump::step));
    }

    private Readiness readiness(Settings now) {
        return new Readiness(
                lookups(now),
                now.removal().readiness(),
                address -> reading.pool().contains(address));
    }

    private Lookups lookups(Settings settings) {
        return resolvers.lookups(WatchedLists.resolvers(settings), DNS_TIMEOUT, 2);
    }

    /** Reads the pool once, so that everybody starts with it, then starts all threads. */
    void start() {
        AlertRepair.run(database, clock.instant());
        Settings now = settings.settings();
        pool.configure(now.pools());
        lists(now);
        engine.start();
        tickets.know(clock.instant());
        pumps.forEach(Worker::start);
        keeper.start();
        tidier.start();
        reckoner.start();
        lanes.start();
        bounces.start();
    }

    private void lists(Settings now) {
        List<WatchedList> lists = WatchedLists.of(now);
        List<LocalNews> read = local.configure(WatchedLists.files(now.lists().asked()), clock.instant());
        Duration interval = now.interval().orElse(Settings.DEFAULT_INTERVAL);
        engine.tell((monitor, at) -> {
            monitor.severities(now.severities());
            monitor.lists(lists, interval, now.confirm(), at);
        });
        read.forEach(this::tell);
        hearers.asked(now);
    }

    /** The file of a list was read; the whole pool is looked up in what is new. */
    private void tell(LocalNews news) {
        Announcer.file(news);
        engine.tell((monitor, at) -> monitor.renewed(news, at));
    }

    /** A reload; runs on the keeper's thread, as the reading of the pool does. */
    private void configure(Settings now) {
        pool.configure(now.pools(), lookups(now));
        tickets.know(clock.instant());
        lists(now);
        bounces.configure();
    }

    /** What every consumer has taken is kept for a while, for people who look into the store. */
    private int tidy() {
        new Outbox(database).forget(clock.instant().minus(Outbox.KEPT));
        tickets.tidy(clock.instant());
        bounces.tidy();
        return 0;
    }

    private int reckon() {
        figures.refresh();
        bounces.calm();
        Map<Pair, Severity> harm = bounces.harm();
        engine.tell((monitor, now) -> monitor.harmed(harm, now));
        return 0;
    }

    private int lookAround() {
        settings.poll(clock.instant());
        local.poll(clock.instant()).forEach(this::tell);
        PoolReading next = pool.refresh();
        next.news().forEach(Announcer::source);
        boolean first = reading.states().isEmpty() && !next.states().isEmpty();
        if (first || next.pool() != reading.pool()) {
            engine.tell((monitor, now) -> monitor.pool(next.pool(), now));
        }
        reading = next;
        warnOfRelay(next.pool());
        troubles.sources(next.states());
        bounces.sources().ifPresent(troubles::bounceSources);
        troubles.budgets(engine.now().lists(), askedLists());
        troubles.receivers(told());
        digests.look(alerting().digests(), clock.instant());
        return 0;
    }

    /** Whoever can fail to take something. */
    private Set<String> told() {
        return Stream.concat(
                        alerts.receivers().stream(),
                        ticketing().systems().stream().map(TicketSystem::name).map(Troubles::aboutTickets))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<ListId> askedLists() {
        return settings.settings().lists().asked().stream()
                .map(chosen -> chosen.list().id())
                .collect(Collectors.toSet());
    }

    /** Once for each relay. */
    private void warnOfRelay(Pool members) {
        Optional<MailSettings> mail = alerting().mail();
        if (members.size() > 0 && !mail.equals(relay)) {
            relay = mail;
            mail.flatMap(relay -> RelayCheck.warning(relay, members)).ifPresent(Announcer::relay);
        }
    }

    private void sent(Sent sent) {
        hearers.sent(sent);
        troubles.sent(sent);
    }

    private void sent(TicketSent sent) {
        hearers.ticket(sent);
        troubles.tickets(sent);
    }

    private void wake() {
        pumps.forEach(Worker::wake);
        lanes.wake();
    }

    /** The catalogue with the operator's own lists in it. */
    Catalogue catalogue() {
        return settings.settings().lists().catalogue();
    }

    StatusBoard board() {
        return engine;
    }

    Journal journal() {
        return journal;
    }

    RefusalDesk refusalDesk() {
        return bounces.desk();
    }

    Refusals refusals() {
        return bounces.refusals();
    }

    HookDoor hookDoor() {
        return bounces.hooks();
    }

    TriageDesk triage() {
        return new TriageDesk(
                new ListLooks(this::check, () -> settings.settings().lists(), journal),
                () -> new MailRoute(new Lookup(lookups(settings.settings()))),
                calls,
                this::helo,
                refusals(),
                clock);
    }

    CaseFinder cases() {
        return new CaseFinder(refusalDesk(), refusals());
    }

    /** What the servers of an address's pools say HELO with. */
    private Optional<String> helo(IpAddress address) {
        SortedSet<PoolName> pools = reading.pool().pools(address).orElseGet(Collections::emptySortedSet);
        return settings.settings().pools().stream()
                .filter(pool -> pools.contains(pool.name()))
                .flatMap(pool -> pool.helo().stream())
                .map(DomainName::text)
                .findFirst();
    }

    /** A list's listing, or a receiver's block. */
    private static Optional<Listing> held(Tx tx, Target target, ListId list) {
        return SqlJournal.hold(tx, target, list)
                .or(() -> Blocks.hold(tx, target.text(), list).map(PrivateListing::listing));
    }

    TaskOpener opener() {
        return new TaskOpener(database, Daemon::held, this::catalogue, clock, this::wake);
    }

    TaskDesk desk() {
        return desk;
    }

    FigureBoard figures() {
        return figures;
    }

    Tasks tasks() {
        return new Tasks(database);
    }

    PoolHistory history() {
        return new PoolHistory(database);
    }

    Actions actions() {
        return new PressedActions(new StoredActions(database, clock), desk);
    }

    /** Where webhooks of ticket systems come in. */
    TicketDoor ticketDoor() {
        return new TicketDoor(database, this::ticketing, new TicketNotes(), clock);
    }

    AlertPump alerts() {
        return alerts;
    }

    SettingsKeeper settings() {
        return settings;
    }

    /** Reads the configuration again, changed or not. */
    CompletionStage<Reloaded> reload() {
        CompletionStage<Reloaded> outcome = settings.reload();
        keeper.wake();
        return outcome;
    }

    List<SourceState> sources() {
        return reading.states();
    }

    /** By the resolver that the next question would take. */
    CompletionStage<Explanation> explain(AskedList list, Target target) {
        Explainer explainer = new Explainer(servers::resolver);
        ResolverId first = list.resolvers().getFirst();
        return engine.ask(monitor -> monitor.explaining(list, PollLoop.kindOf(target), clock.instant()))
                .thenCompose(by -> by.map(resolver -> explainer.explain(list, target, resolver))
                        .orElseGet(() -> CompletableFuture.completedFuture(
                                Explainer.notAsked(list, target, first, "the list leaves no more questions for now"))));
    }

    boolean alive() {
        return engine.alive();
    }

    /** Whether the pool has been read. */
    boolean poolRead() {
        return !reading.states().isEmpty() || settings.settings().pools().isEmpty();
    }

    /** Whether the store takes what happens. */
    boolean recorded() {
        return engine.recorded();
    }

    CompletionStage<List<Observation>> check(Collection<Target> targets, Set<ListId> lists) {
        CompletableFuture<List<Observation>> all = new CompletableFuture<>();
        engine.tell((monitor, now) -> {
            List<CompletableFuture<Observation>> answers = targets.stream()
                    .flatMap(target -> monitor.listsFor(target).stream()
                            .filter(lists::contains)
                            .map(list -> monitor.check(target, list, now)))
                    .toList();
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                    .thenRun(() -> all.complete(
                            answers.stream().map(CompletableFuture::join).toList()));
        });
        return all;
    }

    List<Intake> bounceSources() {
        return bounces.sources().orElse(List.of());
    }

    /** Alerts of somebody else name these targets. */
    void named(Collection<Target> targets) {
        engine.tell((monitor, now) -> targets.forEach(target -> monitor.named(target, now)));
    }

    @Override
    public void close() {
        Together.close(Stream.concat(Stream.of(keeper, tidier, reckoner, bounces, engine, lanes), pumps.stream()));
        resolvers.close();
        boot.store().close();
    }

    /** Who hears at once of what the daemon does, such as metrics. */
    interface Hearers {
        void checked(Observation observation);

        /**
         * A check found the target not listed, and nothing else is to be said of it.
         *
         * @param took nanoseconds
         */
        void clean(ListId list, long took);

        void happened(offlist.track.Event event);

        void sent(Sent sent);

        /** A ticket system was asked to change something. */
        default void ticket(TicketSent sent) {}

        /** A receiver refused a message of ours, for the first time that we know. */
        default void refused(Refusal refusal) {}

        /** A refusal names the list, and the list says that the address is not on it. */
        default void disagreed(ListId list) {}

        /** A recipient complained, for the first time that we know. */
        default void complained(Complained complained) {}

        /** These settings are in force from now on. */
        void asked(Settings settings);
    }
}
