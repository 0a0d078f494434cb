package offlist.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** What became of a request. */
sealed interface Answer {
    /** @param body what the system says; missing when it says nothing */
    record Taken(JsonNode body) implements Answer {}

    /** It may have been done: no reply, a broken one, or a fault of the system's. */
    record Unclear(String cause, Optional<Duration> after) implements Answer {}

    /** It was not done, and may be later. */
    record Later(String cause, Optional<Duration> after) implements Answer {}

    /** We are not let in. */
    record Barred(String cause) implements Answer {}

    /** What it is about is not there. */
    record Gone(String cause) implements Answer {}

    /** Somebody was there before us. */
    record Conflict(String cause) implements Answer {}

    /** It was not done and will not be as it is. */
    record Refused(String cause) implements Answer {}
}
