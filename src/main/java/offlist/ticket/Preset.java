package offlist.ticket;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a system is asked, and how its answers are read.
 *
 * @param parameters what the operator has to say about the system, each with its default; without one it is needed
 * @param url where the system is, unless the operator says
 * @param login what the place {@code {login}} holds before it is written in base64
 * @param settle how long after a creation of unknown outcome the ticket can be found, if there is one
 */
record Preset(
        String title,
        Format format,
        Map<String, Optional<String>> parameters,
        Optional<String> url,
        Optional<Template> login,
        Map<String, Template> headers,
        Duration settle,
        Creation create,
        Find find,
        Map<Act, List<Step>> steps,
        Optional<Hook> hook) {
    Preset {
        // In the order of the file, for what is said about them.
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        headers = Map.copyOf(headers);
        steps = Map.copyOf(steps);
    }

    /** A change of a ticket. */
    enum Act {
        UPDATE,
        CLOSE,
        REOPEN
    }

    /** One request. */
    record Call(String method, Template url, Optional<BodyTemplate> body) {}

    /** Where the id of a ticket stands, and its address for people: a pointer or a template. */
    record Ids(JsonPointer id, Optional<JsonPointer> linkAt, Optional<Template> link) {}

    record Creation(Call call, Ids ids) {}

    /**
     * A request whose answer has items.
     *
     * @param items where they stand; the document itself is the only item where it is no array
     */
    record Reading(Call call, JsonPointer items, Where where) {}

    /** @param pages how many to look through at most */
    record Find(Reading reading, int pages, Ids ids) {}

    /** What a later request needs from an earlier answer. */
    record Take(Reading reading, Map<String, JsonPointer> values) {
        Take {
            values = Map.copyOf(values);
        }
    }

    /**
     * A part of a change.
     *
     * @param check where this holds the step is done already
     * @param confirm whether it has to hold afterwards, for a system that says 200 and does nothing
     */
    record Step(Optional<Reading> check, boolean confirm, Optional<Take> take, Call call) {}

    /** How a webhook shows who it is. */
    enum Proof {
        /** The secret itself. */
        SECRET,
        HMAC_SHA256,
        HMAC_SHA1
    }

    record Seal(String header, Proof proof) {}

    /**
     * What a webhook posts.
     *
     * @param key where the key of the task has to stand, for a system whose ids are not unique
     */
    record Hook(
            List<Seal> seals,
            JsonPointer id,
            Optional<JsonPointer> who,
            Optional<JsonPointer> link,
            Optional<JsonPointer> key,
            Where closed,
            Where reopened) {
        Hook {
            seals = List.copyOf(seals);
        }
    }
}
