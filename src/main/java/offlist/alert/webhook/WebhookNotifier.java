package offlist.alert.webhook;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offlist.alert.HttpPost;
import offlist.alert.Message;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.alert.document.MessageDocument;
import offlist.yaml.Secret;

/** Posts the document of a message, signed where there are secrets to sign with. */
public final class WebhookNotifier implements Notifier {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpPost post;
    private final Secret url;
    private final List<Secret> secrets;
    private final InstantSource clock;

    /**
     * @param client shared, with a connect time-out, following no redirects
     * @param secrets all that are live; none to send unsigned
     */
    public WebhookNotifier(HttpClient client, Secret url, List<Secret> secrets, InstantSource clock) {
        this(client, url, secrets, clock, PATIENCE);
    }

    WebhookNotifier(HttpClient client, Secret url, List<Secret> secrets, InstantSource clock, Duration patience) {
        this.post = new HttpPost(client, patience);
        this.url = url;
        this.secrets = List.copyOf(secrets);
        this.clock = clock;
    }

    @Override
    public Outcome send(Message message) {
        String body = MessageDocument.of(message).toString();
        return post.exchange(url, body, headers(message.key(), body)).outcome();
    }

    /** The id stays for every attempt, the time is that of the attempt. */
    private Map<String, String> headers(String id, String body) {
        long timestamp = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(timestamp));
        if (!secrets.isEmpty()) {
            headers.put("webhook-signature", Signature.of(secrets, id, timestamp, body));
        }
        return headers;
    }
}
