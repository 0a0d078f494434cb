package offlist.app;

import java.time.Duration;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.probe.AskedList;

/**
 * A list with what the operator wants of it.
 *
 * @param own whether it is one of the user's own
 * @param interval the user's for this list
 * @param rate the user's for this list, questions a second
 */
record WatchedList(AskedList asked, boolean own, Optional<Duration> interval, Optional<Double> rate) {
    ListId id() {
        return asked.id();
    }

    /** The same list asked like this. */
    WatchedList asking(AskedList asked) {
        return new WatchedList(asked, own, interval, rate);
    }
}
