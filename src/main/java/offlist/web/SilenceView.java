package offlist.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import offlist.alert.Silence;

/** A silence as the API shows it. */
public record SilenceView(
        String id,
        String state,
        Map<String, List<String>> match,
        String author,
        String comment,
        Instant createdAt,
        Instant startsAt,
        Instant endsAt) {
    static SilenceView of(Silence silence, Instant now) {
        return new SilenceView(
                silence.id(),
                silence.state(now).label(),
                IncidentView.lists(silence.match().values()),
                silence.author(),
                silence.comment(),
                silence.createdAt(),
                silence.startsAt(),
                silence.endsAt());
    }
}
