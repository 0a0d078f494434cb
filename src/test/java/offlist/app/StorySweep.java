package offlist.app;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import offlist.catalogue.Kind;
import offlist.pool.IpAddress;
import offlist.probe.Observation;
import offlist.probe.Verdict;
import offlist.schedule.Ask;
import offlist.schedule.LaneId;
import offlist.schedule.Sweep;
import offlist.schedule.Why;

/** The short way of a story: asks as the story asks, and hands on what is no plain no, as {@link HotSweep} does. */
record StorySweep(
        LaneId lane, Swept swept, BiConsumer<Ask, Consumer<Observation>> asking, BiConsumer<Ask, Observation> observed)
        implements Sweep {
    @Override
    public int room() {
        return 1_000;
    }

    @Override
    public void ask(int slot, long high, long low) {
        IpAddress address = lane.kind() == Kind.IPV6 ? IpAddress.v6(high, low) : IpAddress.v4((int) low);
        Ask ask = new Ask(lane, address, Why.TURN, 0);
        asking.accept(ask, seen -> answered(ask, slot, seen));
    }

    private void answered(Ask ask, int slot, Observation seen) {
        boolean plain = seen.verdict() instanceof Verdict.NotListed;
        if (plain && swept.clean(slot, seen.took().toNanos())) {
            return;
        }
        swept.goesOn();
        observed.accept(ask, seen);
    }

    @Override
    public void end() {}
}
