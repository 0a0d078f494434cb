package offlist.alert.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import offlist.alert.HttpPost;
import offlist.alert.Outcome;
import offlist.alert.SafeText;
import offlist.yaml.Secret;

/** Calls methods of Slack's Web API, which says in the body what went wrong, with the status 200. */
final class SlackApi {
    static final String BASE = "https://slack.com/api/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_ERROR = 60;

    /** All other errors stay until somebody changes something. */
    private static final Set<String> MAY_PASS = Set.of(
            "ratelimited",
            "rate_limited",
            "message_limit_exceeded",
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "team_added_to_org");

    private final HttpPost post;
    private final String base;
    private final Secret token;

    SlackApi(HttpClient client, String base, Secret token, Duration patience) {
        this.post = new HttpPost(client, patience);
        this.base = base;
        this.token = token;
    }

    /** @param error Slack's word for what went wrong; empty when nothing did or no answer came */
    record Answer(Outcome outcome, String error, JsonNode body) {}

    /** @param key the same for every attempt */
    Answer call(String method, JsonNode arguments, String key) {
        HttpPost.Reply reply = post.exchange(
                Secret.of(base + method),
                arguments.toString(),
                Map.of("Authorization", "Bearer " + token.reveal(), "Idempotency-Key", key));
        JsonNode body = read(reply.body());
        return reply.outcome() instanceof Outcome.Delivered ? judged(body) : new Answer(reply.outcome(), "", body);
    }

    private static Answer judged(JsonNode body) {
        if (body.path("ok").asBoolean()) {
            return new Answer(new Outcome.Delivered(), "", body);
        }
        String error = SafeText.line(body.path("error").asText(), LONGEST_ERROR);
        if (error.isEmpty()) {
            return new Answer(
                    new Outcome.RetryLater("something else than Slack has answered", Optional.empty()), "", body);
        }
        Outcome outcome = MAY_PASS.contains(error)
                ? new Outcome.RetryLater("Slack says " + error, Optional.empty())
                : new Outcome.GivenUp("Slack says " + error);
        return new Answer(outcome, error, body);
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
