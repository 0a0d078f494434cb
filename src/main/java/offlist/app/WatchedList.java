package offlist.app;

import java.time.Duration;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.local.LocalZones;
import offlist.probe.AskedList;
import offlist.schedule.Asking;

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

    /**
     * What the planner has to know of it.
     *
     * @param paths by how many ways its test points are asked
     * @param restraint part of the pace that is left to it
     */
    Asking asking(int targets, int paths, double restraint) {
        return new Asking(asked.list(), own || local(), interval, rate, targets, paths, restraint);
    }

    /** Whether it is read from a file, so that it is asked as often as one likes. */
    private boolean local() {
        return LocalZones.local(asked.resolvers().getFirst());
    }

    /** The same list asked like this. */
    WatchedList asking(AskedList asked) {
        return new WatchedList(asked, own, interval, rate);
    }
}
