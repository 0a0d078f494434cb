package offlist.app;

import offlist.probe.Observation;
import offlist.track.Event;
import offlist.track.Path;

/** Hears of every check, and of every event as soon as the journal holds it. */
interface Observer {
    void checked(Observation observation);

    /**
     * A check by the short way found the target not listed.
     *
     * @param took nanoseconds
     */
    void clean(Path path, long took);

    void happened(Event event);
}
