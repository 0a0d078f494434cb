package offlist.app;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.dns.ResolverId;
import offlist.probe.AskedList;
import offlist.schedule.Lane;
import offlist.schedule.Sweep;
import offlist.track.HealthBook;
import offlist.track.Path;

/** The short ways that the lanes take: each by the resolver that its turns ask first. On the monitor's thread. */
final class Sweeps {
    private final Questions questions;
    private final Map<Lane, Way> ways = new HashMap<>();

    private record Way(AskedList list, ResolverId resolver, int window, Swept swept, Optional<Sweep> sweep) {
        @SuppressWarnings("ReferenceEquality") // the same way of asking is the same object, see Monitor.take
        boolean same(AskedList other, ResolverId by, int most) {
            return list == other && resolver.equals(by) && window == most;
        }
    }

    Sweeps(Questions questions) {
        this.questions = questions;
    }

    /** Lets a lane ask a list through a resolver; one that does so already goes on. */
    void take(Lane lane, AskedList list, ResolverId resolver, HealthBook health, Observer observer) {
        Way before = ways.get(lane);
        int window = lane.plan().sweep();
        if (before != null && before.same(list, resolver, window)) {
            return;
        }
        if (before != null) {
            before.sweep().ifPresent(Sweep::end);
        }
        Swept swept = new Swept(lane, new Path(list.id(), lane.id().kind(), resolver), health, observer);
        Way way = new Way(list, resolver, window, swept, questions.sweep(list, lane.id(), resolver, window, swept));
        ways.put(lane, way);
        lane.sweep(way.sweep().orElse(null));
    }

    /** A list is not asked any more. */
    void end(ListId list) {
        for (Iterator<Map.Entry<Lane, Way>> all = ways.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Lane, Way> each = all.next();
            if (each.getKey().id().list().equals(list)) {
                each.getValue().swept().end();
                each.getValue().sweep().ifPresent(Sweep::end);
                each.getKey().sweep(null);
                all.remove();
            }
        }
    }
}
