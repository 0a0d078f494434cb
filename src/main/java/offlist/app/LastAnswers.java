package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import offlist.catalogue.ListId;
import offlist.pool.Target;
import offlist.yaml.Durations;

/** When a list last told something about a target, as the daemon of this machine remembers it. */
final class LastAnswers {
    /** Nobody reads more, and each is a question to the daemon. */
    private static final int MOST_TARGETS = 50;

    private final Optional<DaemonMemory> daemon;
    private final Map<Target, Optional<JsonNode>> asked = new HashMap<>();

    LastAnswers(Optional<DaemonMemory> daemon) {
        this.daemon = daemon;
    }

    /**
     * The last answer that told something.
     *
     * @param verdict {@code listed} or {@code not_listed}
     */
    record LastAnswer(Instant at, String verdict) {
        String words(Instant now) {
            Duration age = Duration.between(at, now).truncatedTo(ChronoUnit.SECONDS);
            return "last answer " + at.truncatedTo(ChronoUnit.SECONDS) + ", "
                    + Durations.print(age.isNegative() ? Duration.ZERO : age) + " ago: " + verdict.replace('_', ' ');
        }
    }

    Optional<LastAnswer> of(Target target, ListId list) {
        return address(target)
                .flatMap(said -> StreamSupport.stream(said.path("lists").spliterator(), false)
                        .filter(each -> each.path("list").asText().equals(list.value()))
                        .flatMap(each -> read(each).stream())
                        .findFirst());
    }

    private Optional<JsonNode> address(Target target) {
        if (daemon.isEmpty() || (!asked.containsKey(target) && asked.size() >= MOST_TARGETS)) {
            return Optional.empty();
        }
        return asked.computeIfAbsent(target, each -> daemon.get().address(each.text()));
    }

    private static Optional<LastAnswer> read(JsonNode pair) {
        try {
            return pair.path("lastAnswer").isTextual()
                    ? Optional.of(new LastAnswer(
                            Instant.parse(pair.path("lastAnswerAt").asText()),
                            pair.path("lastAnswer").asText()))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
