package offlist.app;

import offlist.probe.Observation;
import offlist.track.Event;

/** Hears of every check, and of every event as soon as the journal holds it. */
interface Observer {
    void checked(Observation observation);

    void happened(Event event);
}
