package offlist.app;

import java.util.Optional;
import offlist.dns.ResolverId;
import offlist.probe.AskedList;
import offlist.schedule.Ask;
import offlist.schedule.LaneId;
import offlist.schedule.Sweep;
import offlist.track.Path;

/** Sends questions; the answers come back to the {@link Monitor} on its own thread. */
interface Questions {
    void ask(Ask ask, AskedList list, ResolverId resolver, boolean withText);

    void test(Path path, AskedList list);

    /**
     * The short way to ask a list through a resolver, where there is one. What is more than a plain no comes back to the
     * {@link Monitor} like the answer to an {@link Ask}.
     *
     * @param window the most questions without an answer at a time
     */
    Optional<Sweep> sweep(AskedList list, LaneId lane, ResolverId resolver, int window, Swept swept);
}
