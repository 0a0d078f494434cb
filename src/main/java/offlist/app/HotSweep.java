package offlist.app;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import offlist.catalogue.Kind;
import offlist.dns.Answer;
import offlist.dns.HotPath;
import offlist.dns.HotReplies;
import offlist.dns.HotRoute;
import offlist.dns.QuestionTemplate;
import offlist.dns.ResolverId;
import offlist.pool.IpAddress;
import offlist.probe.AskedList;
import offlist.probe.Check;
import offlist.probe.DnsProber;
import offlist.probe.Observation;
import offlist.probe.QueryName;
import offlist.probe.VerdictReader;
import offlist.schedule.Ask;
import offlist.schedule.LaneId;
import offlist.schedule.Sweep;
import offlist.schedule.Why;

/** Asks one list through one resolver by the hot path. On the engine's thread. */
final class HotSweep implements Sweep, HotReplies {
    private final HotPath hot;
    private final DnsProber prober;
    private final Told told;
    private final AskedList list;
    private final LaneId lane;
    private final ResolverId resolver;
    private final Swept swept;
    private final HotRoute route;

    /** Brings an answer to the monitor. */
    interface Told {
        void tell(Ask ask, Check check, CompletableFuture<Observation> answer);
    }

    private HotSweep(
            HotPath hot,
            DnsProber prober,
            Told told,
            AskedList list,
            LaneId lane,
            ResolverId resolver,
            Swept swept,
            QuestionTemplate template,
            int window) {
        this.hot = hot;
        this.prober = prober;
        this.told = told;
        this.list = list;
        this.lane = lane;
        this.resolver = resolver;
        this.swept = swept;
        this.route = hot.route(resolver, template, list.timeout(), window, this);
    }

    /** Empty for names, which are no addresses, and where the zone leaves them no room. */
    static Optional<Sweep> open(
            HotPath hot,
            DnsProber prober,
            Told told,
            AskedList list,
            LaneId lane,
            ResolverId resolver,
            int window,
            Swept swept) {
        return lane.kind() == Kind.DOMAIN
                ? Optional.empty()
                : QueryName.of(list.zone())
                        .map(zone -> new QuestionTemplate(zone, VerdictReader.type(list.list())))
                        .filter(template -> template.fits(lane.kind() == Kind.IPV6))
                        .map(template ->
                                new HotSweep(hot, prober, told, list, lane, resolver, swept, template, window));
    }

    @Override
    public int room() {
        return hot.room(route);
    }

    @Override
    public void ask(int slot, long high, long low) {
        hot.ask(route, v6(), slot, high, low);
    }

    @Override
    public void end() {
        hot.retire(route);
    }

    @Override
    public boolean noSuchName(int slot, long took) {
        return swept.clean(slot, took);
    }

    @Override
    public void other(int slot, long high, long low, long took, byte[] reply) {
        Check check = goesOn(high, low);
        told.tell(ask(check), check, prober.goOn(check, reply, took));
    }

    @Override
    public void lost(int slot, long high, long low, long took, Answer.Cause cause) {
        Check check = goesOn(high, low);
        told.tell(
                ask(check),
                check,
                CompletableFuture.completedFuture(prober.lost(check, new Answer.Failed(cause), took)));
    }

    private Check goesOn(long high, long low) {
        swept.goesOn();
        IpAddress address = v6() ? IpAddress.v6(high, low) : IpAddress.v4((int) low);
        return new Check(list, address, resolver, false);
    }

    private Ask ask(Check check) {
        return new Ask(lane, check.target(), Why.TURN, 0);
    }

    private boolean v6() {
        return lane.kind() == Kind.IPV6;
    }
}
