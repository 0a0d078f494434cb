package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offlist.app.DaemonApi.Reply;
import offlist.dns.ResolverId;
import offlist.track.Held;
import offlist.track.Suspected;

/** Asks the daemon of this machine what it remembers. One that does not answer at once is none. */
final class DaemonMemory {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DaemonApi api;
    /** Whoever was not there a moment ago is not asked again. */
    private boolean missing;

    DaemonMemory(DaemonApi api) {
        this.api = api;
    }

    static DaemonMemory here() {
        return new DaemonMemory(DaemonApi.here(PATIENCE));
    }

    /**
     * What the daemon says of a pair.
     *
     * @param before its memory; empty when it does not watch the pair
     * @param words the same for people, or why there is none
     */
    record Said(Optional<JsonNode> before, JsonNode recent, List<String> words) {
        static Said nothing(String why) {
            return new Said(Optional.empty(), JsonNodeFactory.instance.arrayNode(), List.of(why));
        }

        /** What an answer would be compared with. */
        Optional<Held> held() {
            return before.map(Said::held);
        }

        private static Held held(JsonNode before) {
            return new Held(
                    before.path("codes").isEmpty() ? Optional.empty() : Optional.of(texts(before.path("codes"))),
                    before.path("flapping").asBoolean(),
                    Duration.ofSeconds(before.path("calmSeconds").asLong()),
                    Optional.of(before.path("suspicion"))
                            .filter(JsonNode::isObject)
                            .flatMap(Said::suspected),
                    Math.max(1, before.path("looksWanted").asInt(1)),
                    before.path("recording").asBoolean());
        }

        private static Optional<Suspected> suspected(JsonNode suspicion) {
            try {
                boolean listed = suspicion.path("says").asText().equals("listed");
                return Optional.of(new Suspected(
                        listed ? Optional.of(texts(suspicion.path("codes"))) : Optional.empty(),
                        suspicion.path("looks").asInt(),
                        Instant.parse(suspicion.path("since").asText()),
                        Instant.parse(suspicion.path("last").asText()),
                        new ResolverId(suspicion.path("resolver").asText())));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    Said pair(String address, String list) {
        return switch (get("/api/v1/explain?ask=false&address=" + DaemonApi.encoded(address) + "&list="
                + DaemonApi.encoded(list))) {
            case Reply.Answer answer -> said(answer.json());
            case Reply.Declined declined -> nothing(declined.detail());
            case Reply.Silent silent -> Said.nothing("nothing is known from before: " + silent.why());
        };
    }

    private Said said(JsonNode answer) {
        JsonNode before = answer.path("before");
        return before.isObject()
                ? new Said(Optional.of(before), answer.path("recent"), texts(before.path("words")))
                : nothing("it does not watch this address");
    }

    private Said nothing(String why) {
        return Said.nothing("the daemon at " + api.base() + " knows nothing from before: " + why);
    }

    /** Its state on each list, by the id of the list; empty when there is no daemon or it does not know the address. */
    Optional<JsonNode> address(String address) {
        return get("/api/v1/addresses/" + DaemonApi.encoded(address)) instanceof Reply.Answer answer
                        && answer.json().path("lists").isArray()
                ? Optional.of(answer.json())
                : Optional.empty();
    }

    private Reply get(String path) {
        Reply reply = missing ? new Reply.Silent("no daemon answers at " + api.base()) : api.get(path, "address");
        missing = reply instanceof Reply.Silent;
        return reply;
    }
}
