package offlist.alert.slack;

import java.net.http.HttpClient;
import java.time.Duration;
import offlist.alert.HttpPost;
import offlist.alert.Message;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.yaml.Secret;

/** Posts to an incoming webhook. */
public final class SlackNotifier implements Notifier {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpPost post;
    private final Secret webhook;

    /** @param client shared, with a connect time-out, following no redirects */
    public SlackNotifier(HttpClient client, Secret webhook) {
        this(client, webhook, PATIENCE);
    }

    SlackNotifier(HttpClient client, Secret webhook, Duration patience) {
        this.post = new HttpPost(client, patience);
        this.webhook = webhook;
    }

    @Override
    public Outcome send(Message message) {
        return post.send(webhook, SlackPayload.of(message, Buttons.LINKS).toString(), message.key());
    }
}
