package offlist.app;

import java.time.Duration;
import java.util.Map;
import offlist.catalogue.ListId;
import offlist.probe.Observation;
import offlist.schedule.Plan;
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

    /**
     * Lists are going to be asked like this.
     *
     * @param general the interval that is wanted for all lists
     */
    default void planned(Map<ListId, Plan> plans, Duration general) {}
}
