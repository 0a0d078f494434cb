package offlist.app;

import offlist.dns.ResolverId;
import offlist.probe.AskedList;
import offlist.probe.Check;
import offlist.probe.HealthProbe;
import offlist.probe.Prober;
import offlist.schedule.Ask;
import offlist.track.Path;

/** Sends the monitor's questions through DNS and brings the answers back to the engine's thread. */
final class DnsQuestions implements Questions {
    private final Engine engine;
    private final Prober prober;
    private final HealthProbe healthProbe;

    DnsQuestions(Engine engine, Prober prober, HealthProbe healthProbe) {
        this.engine = engine;
        this.prober = prober;
        this.healthProbe = healthProbe;
    }

    @Override
    public void ask(Ask ask, AskedList list, ResolverId resolver, boolean withText) {
        prober.probe(new Check(list, ask.target(), resolver, withText))
                .thenAccept(
                        observation -> engine.tell((monitor, now) -> monitor.observed(ask, list, observation, now)));
    }

    @Override
    public void test(Path path, AskedList list) {
        healthProbe
                .check(list, path.kind(), path.resolver())
                .thenAccept(health -> engine.tell((monitor, now) -> monitor.tested(path, list, health, now)));
    }
}
