package offlist.alert.ntfy;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import offlist.alert.HttpPost;
import offlist.alert.Message;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.yaml.Secret;

/** Publishes to a topic. */
public final class NtfyNotifier implements Notifier {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpPost post;
    private final URI server;
    private final String topic;
    private final Optional<Secret> token;

    /** @param client shared, with a connect time-out, following no redirects */
    public NtfyNotifier(HttpClient client, URI server, String topic, Optional<Secret> token) {
        this(client, server, topic, token, PATIENCE);
    }

    NtfyNotifier(HttpClient client, URI server, String topic, Optional<Secret> token, Duration patience) {
        this.post = new HttpPost(client, patience);
        this.server = server;
        this.topic = topic;
        this.token = token;
    }

    @Override
    public Outcome send(Message message) {
        Map<String, String> headers = new HashMap<>(Map.of("Idempotency-Key", message.key()));
        token.ifPresent(secret -> headers.put("Authorization", "Bearer " + secret.reveal()));
        String json = NtfyPayload.of(message, topic).toString();
        return post.exchange(Secret.of(server.toASCIIString()), json, headers).outcome();
    }
}
