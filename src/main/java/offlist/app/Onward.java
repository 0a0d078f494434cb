package offlist.app;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import offlist.catalogue.Kind;
import offlist.dns.ResolverId;
import offlist.pool.IpAddress;
import offlist.probe.AskedList;
import offlist.probe.Check;
import offlist.probe.Observation;
import offlist.schedule.Ask;
import offlist.schedule.LaneId;
import offlist.schedule.Why;

/** How a question of the short way goes on by the long one: it comes to the monitor like the answer to any other. */
record Onward(Told told, AskedList list, LaneId lane, ResolverId resolver, Swept swept, InstantSource clock) {
    /** Brings an answer to the monitor. */
    interface Told {
        void tell(Ask ask, Check check, CompletableFuture<Observation> answer);
    }

    boolean v6() {
        return lane.kind() == Kind.IPV6;
    }

    /** The question is one of the long way from now on; whoever calls this tells its answer. */
    Check goesOn(long high, long low) {
        swept.goesOn();
        IpAddress address = v6() ? IpAddress.v6(high, low) : IpAddress.v4((int) low);
        return new Check(list, address, resolver, false);
    }

    /** Whether the list leaves one more question, which is counted with that. */
    boolean spare() {
        return swept.spare(clock.instant());
    }

    void tell(Check check, CompletableFuture<Observation> answer) {
        told.tell(new Ask(lane, check.target(), Why.TURN, 0), check, answer);
    }
}
