package offlist.track;

import java.time.Instant;
import offlist.catalogue.ListId;
import offlist.probe.Health;

/** A list became fit or unfit to be believed. */
public record ListHealthChanged(String id, Instant at, ListId list, Health.State before, Health health)
        implements Event {
    @Override
    public String type() {
        return "offlist.list.health";
    }

    @Override
    public String subject() {
        return list.value();
    }
}
