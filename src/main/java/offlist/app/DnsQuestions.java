package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import offlist.dns.HotPath;
import offlist.dns.ResolverId;
import offlist.local.LocalZones;
import offlist.probe.AskedList;
import offlist.probe.Check;
import offlist.probe.DnsProber;
import offlist.probe.Health;
import offlist.probe.HealthProbe;
import offlist.probe.Observation;
import offlist.probe.Symptom;
import offlist.probe.Verdict;
import offlist.schedule.Ask;
import offlist.schedule.LaneId;
import offlist.schedule.Sweep;
import offlist.track.Path;
import org.jboss.logging.Logger;

/** Sends the monitor's questions through DNS and brings the answers back to the engine's thread. */
final class DnsQuestions implements Questions {
    private static final Logger LOG = Logger.getLogger(DnsQuestions.class);

    private final Engine engine;
    private final HotPath hot;
    private final DnsProber prober;
    private final HealthProbe healthProbe;
    private final LocalZones local;

    DnsQuestions(Engine engine, HotPath hot, DnsProber prober, HealthProbe healthProbe, LocalZones local) {
        this.engine = engine;
        this.hot = hot;
        this.prober = prober;
        this.healthProbe = healthProbe;
        this.local = local;
    }

    @Override
    public void ask(Ask ask, AskedList list, ResolverId resolver, boolean withText) {
        Check check = new Check(list, ask.target(), resolver, withText);
        tell(ask, check, prober.probe(check));
    }

    private void tell(Ask ask, Check check, CompletableFuture<Observation> answer) {
        answer.whenComplete((observation, mistake) -> engine.tell((monitor, now) ->
                monitor.observed(ask, check.list(), mistake == null ? observation : lost(check, now, mistake), now)));
    }

    @Override
    public Optional<Sweep> sweep(AskedList list, LaneId lane, ResolverId resolver, int window, Swept swept) {
        Onward onward = new Onward(this::tell, list, lane, resolver, swept, engine::time);
        return LocalZones.local(resolver)
                ? Optional.of(new LocalSweep(() -> local.zone(resolver), prober, onward))
                : HotSweep.open(hot, prober, onward, window);
    }

    @Override
    public void test(Path path, AskedList list) {
        AtomicInteger asked = new AtomicInteger(Integer.MAX_VALUE);
        healthProbe
                .check(list, path.kind(), path.resolver(), asked::set)
                .thenApply(health -> withTrouble(path, health))
                .exceptionally(mistake -> lost(path, mistake))
                .thenAccept(
                        health -> engine.tell((monitor, now) -> monitor.tested(path, list, health, asked.get(), now)));
    }

    /** A list that is read from a file is as well as the file. */
    private Health withTrouble(Path path, Health health) {
        String trouble = local.trouble(path.resolver());
        if (trouble.isEmpty()) {
            return health;
        }
        if (local.zone(path.resolver()).isEmpty()) {
            // It is the file, and no resolver is to blame.
            return new Health(health.state(), trouble, Symptom.NONE);
        }
        return health.because(health.cause().isEmpty() ? trouble : trouble + ": " + health.cause());
    }

    /** A mistake of ours must not keep a question under way for ever. Its text could repeat the question: not shown. */
    private static Observation lost(Check check, Instant now, Throwable mistake) {
        LOG.errorf("a mistake of ours in asking %s: %s", check.list().id(), mistake.getClass());
        Verdict none = new Verdict.Failed(Verdict.Cause.NETWORK);
        return new Observation(check.pair(), none, check.resolver(), now, Duration.ZERO, "no answer");
    }

    private static Health lost(Path path, Throwable mistake) {
        LOG.errorf("a mistake of ours in testing %s: %s", path, mistake.getClass());
        return new Health(
                Health.State.UNREACHABLE, path.list() + " could not be asked through " + path.resolver(), Symptom.NONE);
    }
}
