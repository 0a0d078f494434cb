package offlist.app;

import offlist.dns.ResolverId;
import offlist.probe.AskedList;
import offlist.schedule.Ask;
import offlist.track.Path;

/** Sends questions; the answers come back to the {@link Monitor} on its own thread. */
interface Questions {
    void ask(Ask ask, AskedList list, ResolverId resolver, boolean withText);

    void test(Path path, AskedList list);
}
