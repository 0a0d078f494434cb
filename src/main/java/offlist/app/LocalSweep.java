package offlist.app;

import java.util.Optional;
import java.util.function.Supplier;
import offlist.local.LocalZone;
import offlist.probe.Check;
import offlist.probe.DnsProber;
import offlist.schedule.Sweep;

/**
 * Looks targets up in the file of a list; no question leaves. What is not in the file is done at once, all the rest comes to
 * the monitor like any other answer, by the engine's inbox. On the engine's thread.
 */
final class LocalSweep implements Sweep {
    /** So many at a time, so that other lists get their turn in between. */
    private static final int ROOM = 4096;

    private final Supplier<Optional<LocalZone>> zone;
    private final DnsProber prober;
    private final Onward onward;

    LocalSweep(Supplier<Optional<LocalZone>> zone, DnsProber prober, Onward onward) {
        this.zone = zone;
        this.prober = prober;
        this.onward = onward;
    }

    @Override
    public int room() {
        return ROOM;
    }

    @Override
    public void ask(int slot, long high, long low) {
        long asked = System.nanoTime();
        boolean absent =
                zone.get().filter(known -> !known.lists(onward.v6(), high, low)).isPresent();
        if (!absent || !onward.swept().clean(slot, System.nanoTime() - asked)) {
            Check check = onward.goesOn(high, low);
            onward.tell(check, prober.probe(check));
        }
    }

    @Override
    public void end() {
        // Nothing is under way.
    }
}
