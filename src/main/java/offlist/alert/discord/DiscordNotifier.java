package offlist.alert.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import offlist.alert.Handles;
import offlist.alert.HttpPost;
import offlist.alert.Message;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.alert.chat.Outline;
import offlist.alert.chat.Outlines;
import offlist.yaml.Secret;

/**
 * Posts to a channel's webhook. The message that began a thread is edited first, which can be done twice without harm,
 * then the news is posted; webhooks cannot reply, so it is a message of its own.
 */
public final class DiscordNotifier implements Notifier {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpPost post;
    private final Secret webhook;
    private final Handles handles;

    /** @param client shared, with a connect time-out, following no redirects */
    public DiscordNotifier(HttpClient client, Secret webhook, Handles handles) {
        this(client, webhook, handles, PATIENCE);
    }

    DiscordNotifier(HttpClient client, Secret webhook, Handles handles, Duration patience) {
        this.post = new HttpPost(client, patience);
        this.webhook = webhook;
        this.handles = handles;
    }

    @Override
    public Outcome send(Message message) {
        Optional<String> first = handles.of(message.receiver(), message.thread());
        return first.isPresent() ? goOn(message, first.get()) : begin(message);
    }

    private Outcome begin(Message message) {
        HttpPost.Reply reply = exchange("POST", "", message, Outlines.of(message));
        if (reply.outcome() instanceof Outcome.Delivered) {
            id(reply.body()).ifPresent(id -> handles.keep(message, id));
        }
        return reply.outcome();
    }

    private Outcome goOn(Message message, String first) {
        Outcome edited = exchange("PATCH", "/messages/" + first, message, Outlines.ofState(message))
                .outcome();
        return switch (edited) {
            // The attempt before has posted it and could not say so.
            case Outcome.Delivered done when message.first() -> done;
            case Outcome.Delivered done ->
                exchange("POST", "", message, Outlines.of(message)).outcome();
            case Outcome.RetryLater later -> later;
            // Somebody has deleted it, or it was another channel's.
            case Outcome.GivenUp gone -> begin(message);
        };
    }

    private HttpPost.Reply exchange(String method, String path, Message message, Outline outline) {
        String json = DiscordPayload.of(message, outline).toString();
        return post.exchange(method, address(path), json, Map.of("Idempotency-Key", message.key()));
    }

    /** With {@code wait} Discord says which message it has made. */
    private Secret address(String path) {
        String known = webhook.reveal();
        try {
            URI uri = URI.create(known);
            String query = uri.getRawQuery() == null ? "" : "&" + uri.getRawQuery();
            return Secret.of(known.replaceFirst("[?#].*", "") + path + "?wait=true" + query);
        } catch (IllegalArgumentException noUrl) {
            return webhook;
        }
    }

    private static Optional<String> id(String body) {
        try {
            return Optional.of(JSON.readTree(body).path("id").asText()).filter(id -> id.matches("\\d{1,20}"));
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }
}
