package offlist.alert.pagerduty;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.alert.AlertKind;
import offlist.alert.HttpPost;
import offlist.alert.Item;
import offlist.alert.Message;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.yaml.Secret;

/** Posts an event for each item of a message. What PagerDuty refuses for good does not keep it from the others. */
public final class PagerDutyNotifier implements Notifier {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private final HttpPost post;
    private final Secret url;
    private final Secret routingKey;
    private final Taken taken;

    /**
     * @param client shared, with a connect time-out, following no redirects
     * @param url of the Events API, {@code …/v2/enqueue}
     * @param taken kept between messages
     */
    public PagerDutyNotifier(HttpClient client, String url, Secret routingKey, Taken taken) {
        this(client, url, routingKey, taken, PATIENCE);
    }

    PagerDutyNotifier(HttpClient client, String url, Secret routingKey, Taken taken, Duration patience) {
        this.post = new HttpPost(client, patience, List.of(routingKey));
        this.url = Secret.of(url);
        this.routingKey = routingKey;
        this.taken = taken;
    }

    @Override
    public Outcome send(Message message) {
        Outcome all = new Outcome.Delivered();
        int before = taken.size(message.id());
        for (Item item : message.items()) {
            Outcome outcome = send(message, item);
            if (outcome instanceof Outcome.RetryLater later) {
                return taken.size(message.id()) > before ? goOn(later) : later;
            }
            all = outcome instanceof Outcome.GivenUp ? outcome : all;
        }
        taken.done(message.id());
        return all;
    }

    /** PagerDuty limits events a minute: with the next one it takes more. */
    private static Outcome goOn(Outcome.RetryLater later) {
        return new Outcome.RetryLater(later.cause(), Optional.of(later.after().orElse(A_MINUTE)));
    }

    private Outcome send(Message message, Item item) {
        String key = item.change() + " " + PagerDutyEvent.key(item);
        // A digest is no incident: nobody could resolve it.
        if (taken.has(message.id(), key) || item instanceof Item.Notice notice && notice.kind() == AlertKind.DIGEST) {
            return new Outcome.Delivered();
        }
        String event = PagerDutyEvent.of(message, item, routingKey.reveal()).toString();
        Outcome outcome = post.exchange(url, event, Map.of("Idempotency-Key", message.key()))
                .outcome();
        if (outcome instanceof Outcome.Delivered) {
            taken.add(message.id(), key);
        }
        return outcome;
    }
}
