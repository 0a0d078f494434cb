package offlist.app;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import offlist.catalogue.Kind;
import offlist.dns.Answer;
import offlist.dns.HotPath;
import offlist.dns.HotReplies;
import offlist.dns.HotRoute;
import offlist.dns.QuestionTemplate;
import offlist.probe.AskedList;
import offlist.probe.Check;
import offlist.probe.DnsProber;
import offlist.probe.QueryName;
import offlist.probe.VerdictReader;
import offlist.schedule.Sweep;

/** Asks one list through one resolver by the hot path. On the engine's thread. */
final class HotSweep implements Sweep, HotReplies {
    private final HotPath hot;
    private final DnsProber prober;
    private final Onward onward;
    private final HotRoute route;

    private HotSweep(HotPath hot, DnsProber prober, Onward onward, QuestionTemplate template, int window) {
        this.hot = hot;
        this.prober = prober;
        this.onward = onward;
        this.route = hot.route(onward.resolver(), template, onward.list().timeout(), window, this);
    }

    /** Empty for names, which are no addresses, and where the zone leaves them no room. */
    static Optional<Sweep> open(HotPath hot, DnsProber prober, Onward onward, int window) {
        AskedList list = onward.list();
        return onward.lane().kind() == Kind.DOMAIN
                ? Optional.empty()
                : QueryName.of(list.zone())
                        .map(zone -> new QuestionTemplate(zone, VerdictReader.type(list.list())))
                        .filter(template -> template.fits(onward.v6()))
                        .map(template -> new HotSweep(hot, prober, onward, template, window));
    }

    @Override
    public int room() {
        return hot.room(route);
    }

    @Override
    public void ask(int slot, long high, long low) {
        hot.ask(route, onward.v6(), slot, high, low);
    }

    @Override
    public void end() {
        hot.retire(route);
    }

    @Override
    public boolean noSuchName(int slot, long took) {
        return onward.swept().clean(slot, took);
    }

    @Override
    public void other(int slot, long high, long low, long took, byte[] reply) {
        Check check = onward.goesOn(high, low);
        onward.tell(check, prober.goOn(check, reply, took));
    }

    /** The long way asks in one case; where the list leaves no question for it, the check has failed. */
    @Override
    public void again(int slot, long high, long low, long took) {
        Check check = onward.goesOn(high, low);
        onward.tell(
                check,
                onward.spare()
                        ? prober.probe(check)
                        : CompletableFuture.completedFuture(
                                prober.lost(check, new Answer.Failed(Answer.Cause.MALFORMED), took)));
    }

    @Override
    public void lost(int slot, long high, long low, long took, Answer.Cause cause) {
        Check check = onward.goesOn(high, low);
        onward.tell(check, CompletableFuture.completedFuture(prober.lost(check, new Answer.Failed(cause), took)));
    }
}
