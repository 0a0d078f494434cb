package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import offlist.yaml.Durations;

/** Silences and incidents as the terminal shows them. */
final class Muted {
    /** A store that is busy with a large turn may need some seconds to take a change. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private Muted() {}

    /** Each label with its values. */
    static String labels(JsonNode match) {
        return match.properties().stream()
                .map(entry -> entry.getKey() + " " + texts(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** The values of a label; empty without it. */
    static String texts(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
    }

    /** A time with its distance, such as {@code 2026-11-23T10:00:00Z, in 2h5m}. */
    static String moment(JsonNode time, Instant now) {
        try {
            Instant at = Instant.parse(time.asText()).truncatedTo(ChronoUnit.SECONDS);
            Duration away = Duration.between(now.truncatedTo(ChronoUnit.SECONDS), at);
            return at + (away.isNegative() ? ", " + about(away.negated()) + " ago" : ", in " + about(away));
        } catch (DateTimeParseException e) {
            return time.asText();
        }
    }

    /** False for what is no time. */
    static boolean past(JsonNode time, Instant now) {
        try {
            return Instant.parse(time.asText()).isBefore(now);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String about(Duration time) {
        return Durations.print(time.truncatedTo(time.toMinutes() > 0 ? ChronoUnit.MINUTES : ChronoUnit.SECONDS));
    }

    /** @throws CommandError when one of the ids is empty, which would name all of them */
    static List<String> named(List<String> ids) {
        if (ids.stream().anyMatch(String::isBlank)) {
            throw new CommandError(CommandError.Exit.USAGE, "an id is empty");
        }
        return ids;
    }
}
