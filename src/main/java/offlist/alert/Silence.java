package offlist.alert;

import java.time.Instant;
import offlist.yaml.Labels;

/**
 * Alerts that nobody wants to hear for a while.
 *
 * @param author and
 * @param comment as given; from outside, to be escaped
 * @param startsAt included
 * @param endsAt not included
 */
public record Silence(
        String id, Match match, String author, String comment, Instant createdAt, Instant startsAt, Instant endsAt) {
    /** Where it stands at a moment. */
    public enum State {
        PENDING,
        ACTIVE,
        EXPIRED;

        public String label() {
            return Labels.of(this);
        }
    }

    public State state(Instant now) {
        if (!now.isBefore(endsAt)) {
            return State.EXPIRED;
        }
        return now.isBefore(startsAt) ? State.PENDING : State.ACTIVE;
    }
}
