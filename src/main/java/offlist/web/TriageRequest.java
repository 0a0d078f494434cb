package offlist.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import offlist.pool.IpAddress;
import offlist.triage.Asked;
import offlist.triage.CaseFinder;
import offlist.web.Problem.Kind;

/**
 * What somebody wants looked into.
 *
 * @param mask whether what is personal is hidden in the ticket
 * @param author who sends it where tasks go; nobody does when it is empty
 */
record TriageRequest(Asked asked, boolean mask, Optional<String> author) {
    private static final List<String> KEYS =
            List.of("address", "recipient", "bounce", "refusal", "mask", "send", "author");
    private static final String EXAMPLE = "{\"address\": \"192.0.2.10\", \"recipient\": \"ann@example.org\"}";
    private static final int LONGEST_MAILBOX = 320;

    static TriageRequest read(String text) {
        JsonBody body = JsonBody.read(text, EXAMPLE, KEYS);
        Optional<String> author = flag(body, "send") ? Optional.of(body.needed("author")) : Optional.empty();
        return of(body::text, flag(body, "mask"), author.map(TaskRequest::words));
    }

    /** @param given what is in a field, of a body or of a form; empty when it is blank */
    static TriageRequest of(Function<String, Optional<String>> given, boolean mask, Optional<String> author) {
        Asked asked = new Asked(
                given.apply("address").map(TriageRequest::address),
                given.apply("recipient").map(TriageRequest::recipient),
                given.apply("bounce"),
                given.apply("refusal"));
        if (asked.equals(new Asked(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))) {
            throw JsonBody.bad(
                    "nothing is given; name an `address`, a `recipient`, a `refusal`, or put the message that came"
                            + " back in `bounce`");
        }
        return new TriageRequest(asked, mask, author);
    }

    private static boolean flag(JsonBody body, String key) {
        JsonNode node = body.root().path(key);
        if (!node.isMissingNode() && !node.isBoolean()) {
            throw JsonBody.bad("`" + key + "` is true or false");
        }
        return node.booleanValue();
    }

    private static IpAddress address(String text) {
        return IpAddress.tryParse(text)
                .orElseThrow(
                        () -> new ProblemException(Kind.BAD_ADDRESS, Wanted.shown(text) + " is not an IP address"));
    }

    private static String recipient(String text) {
        if (text.length() > LONGEST_MAILBOX || CaseFinder.domain(text).isEmpty()) {
            throw JsonBody.bad(Wanted.shown(text) + " is neither a mailbox such as ann@example.org nor a domain");
        }
        return text;
    }
}
