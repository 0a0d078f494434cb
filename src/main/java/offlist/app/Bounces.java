package offlist.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import offlist.bounce.BounceSettings;
import offlist.bounce.Complained;
import offlist.bounce.Harm;
import offlist.bounce.Refusal;
import offlist.bounce.RefusalDesk;
import offlist.bounce.RefusalHearer;
import offlist.bounce.RefusalReader;
import offlist.bounce.Refusals;
import offlist.bounce.hook.HookDoor;
import offlist.bounce.hook.HookNet;
import offlist.bounce.intake.Positions;
import offlist.catalogue.Catalogue;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.pool.Pool;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.probe.Verdict;
import offlist.store.Database;
import offlist.track.Ids;

/** What came back: where it is taken in, read, kept, and joined with the lists. */
final class Bounces implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Database database;
    private final InstantSource clock;
    private final Supplier<BounceSettings> settings;
    private final Supplier<Catalogue> catalogue;
    private final Supplier<Pool> pool;
    private final Daemon.Hearers hearers;
    private final Runnable wake;
    private final Replies replies = new Replies();
    private final RefusalJoins joins;
    private final RefusalDesk desk;
    private final HookDoor hooks;
    private final Intakes intakes;
    private final Worker worker;

    /**
     * @param wake tells the consumers that something was recorded
     * @param net what web hooks ask others for
     * @param joining makes of its answer's hearer what asks the lists
     */
    Bounces(
            Database database,
            Ids ids,
            InstantSource clock,
            Supplier<BounceSettings> settings,
            Supplier<Catalogue> catalogue,
            Supplier<Pool> pool,
            Daemon.Hearers hearers,
            Runnable wake,
            HookNet net,
            Joining joining) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.catalogue = catalogue;
        this.pool = pool;
        this.hearers = hearers;
        this.wake = wake;
        this.joins = joining.of(this::answered);
        this.desk = new RefusalDesk(database, this::reader, () -> settings.get().blocks(), new Heard(), ids, clock);
        this.hooks = new HookDoor(() -> settings.get().hooks(), new HookKeeper(desk), net, clock);
        this.intakes = new Intakes(
                new Doors(desk, new Positions(database), () -> settings.get().keep(), clock)::open);
        this.worker = new Worker("bounces", PAUSE, intakes::step);
    }

    /** Makes what asks the lists that refusals name. */
    @FunctionalInterface
    interface Joining {
        RefusalJoins of(RefusalJoins.Answered answered);
    }

    private final class Heard implements RefusalHearer {
        @Override
        public void seen(String id, Refusal refusal) {
            hearers.refused(refusal);
            wake.run();
            joins.seen(id, refusal);
        }

        @Override
        public void blocks() {
            wake.run();
        }

        @Override
        public void complained(Complained complained) {
            hearers.complained(complained);
        }
    }

    private RefusalReader reader() {
        Pool now = pool.get();
        return new RefusalReader(
                replies.of(catalogue.get())::read,
                address -> now.pools(address).orElseGet(Collections::emptySortedSet));
    }

    private void answered(String refusal, ListId named, Observation observation) {
        desk.answered(refusal, named, observation.verdict().label());
        if (observation.verdict() instanceof Verdict.NotListed) {
            hearers.disagreed(named);
        }
    }

    RefusalDesk desk() {
        return desk;
    }

    /** Where web hooks come in. */
    HookDoor hooks() {
        return hooks;
    }

    Refusals refusals() {
        return new Refusals(database, clock);
    }

    void start() {
        intakes.configure(settings.get());
        worker.start();
    }

    /** New settings hold. */
    void configure() {
        intakes.configure(settings.get());
        worker.wake();
    }

    /** Forgets what is too old. */
    void tidy() {
        desk.forget(clock.instant().minus(settings.get().keep()));
    }

    /** Where they come from by themselves, and how that is; empty until that is known. */
    Optional<List<Intake>> sources() {
        return intakes.running();
    }

    /** Ends the blocks that have been quiet. */
    void calm() {
        desk.calm();
    }

    /** How bad it is what listings do, as recipients show it. */
    Map<Pair, Severity> harm() {
        Map<Pair, Severity> harm = new HashMap<>();
        new Harm(database)
                .seen(clock.instant())
                .forEach((pair, severity) -> joins.asked(pair.list())
                        .forEach(list -> harm.merge(new Pair(pair.target(), list), severity, Bounces::worse)));
        return harm;
    }

    private static Severity worse(Severity one, Severity other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public void close() {
        worker.close();
        intakes.close();
    }
}
