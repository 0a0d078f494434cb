package offlist.app;

import java.util.Optional;
import java.util.function.Supplier;
import offlist.catalogue.Kind;
import offlist.dns.ResolverId;
import offlist.local.LocalZone;
import offlist.pool.IpAddress;
import offlist.probe.AskedList;
import offlist.probe.Check;
import offlist.probe.DnsProber;
import offlist.schedule.Ask;
import offlist.schedule.LaneId;
import offlist.schedule.Sweep;
import offlist.schedule.Why;

/**
 * Looks targets up in the file of a list; no question leaves. What is not in the file is done at once, all the rest comes to
 * the monitor like any other answer, by the engine's inbox. On the engine's thread.
 */
final class LocalSweep implements Sweep {
    /** So many at a time, so that other lists get their turn in between. */
    private static final int ROOM = 4096;

    private final Supplier<Optional<LocalZone>> zone;
    private final DnsProber prober;
    private final HotSweep.Told told;
    private final AskedList list;
    private final LaneId lane;
    private final ResolverId resolver;
    private final Swept swept;

    LocalSweep(
            Supplier<Optional<LocalZone>> zone,
            DnsProber prober,
            HotSweep.Told told,
            AskedList list,
            LaneId lane,
            ResolverId resolver,
            Swept swept) {
        this.zone = zone;
        this.prober = prober;
        this.told = told;
        this.list = list;
        this.lane = lane;
        this.resolver = resolver;
        this.swept = swept;
    }

    @Override
    public int room() {
        return ROOM;
    }

    @Override
    public void ask(int slot, long high, long low) {
        long asked = System.nanoTime();
        boolean absent =
                zone.get().filter(known -> !known.lists(v6(), high, low)).isPresent();
        if (!absent || !swept.clean(slot, System.nanoTime() - asked)) {
            goOn(high, low);
        }
    }

    private void goOn(long high, long low) {
        swept.goesOn();
        IpAddress address = v6() ? IpAddress.v6(high, low) : IpAddress.v4((int) low);
        Check check = new Check(list, address, resolver, false);
        told.tell(new Ask(lane, address, Why.TURN, 0), check, prober.probe(check));
    }

    private boolean v6() {
        return lane.kind() == Kind.IPV6;
    }

    @Override
    public void end() {
        // Nothing is under way.
    }
}
