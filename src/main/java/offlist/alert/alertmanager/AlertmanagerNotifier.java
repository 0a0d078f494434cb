package offlist.alert.alertmanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offlist.alert.HttpPost;
import offlist.alert.Item;
import offlist.alert.Message;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.alert.ReceiverSettings;
import offlist.yaml.Secret;

/** Posts all alerts to each Alertmanager; one that takes them is enough, the others have them with the next. */
public final class AlertmanagerNotifier implements Notifier {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** An alert outlives so many that were not sent, as Prometheus has it. */
    private static final int OUTLIVES = 4;

    private static final int MOST_AT_ONCE = 500;

    private final HttpPost post;
    private final ReceiverSettings.Alertmanager settings;
    private final Told told;
    private final InstantSource clock;

    /**
     * @param client shared, with a connect time-out, following no redirects
     * @param told of this receiver, kept between messages
     */
    public AlertmanagerNotifier(
            HttpClient client, ReceiverSettings.Alertmanager settings, Told told, InstantSource clock) {
        this(client, settings, told, clock, PATIENCE);
    }

    AlertmanagerNotifier(
            HttpClient client,
            ReceiverSettings.Alertmanager settings,
            Told told,
            InstantSource clock,
            Duration patience) {
        this.post = new HttpPost(client, patience);
        this.settings = settings;
        this.told = told;
        this.clock = clock;
    }

    @Override
    public Outcome send(Message message) {
        Instant now = clock.instant();
        Map<String, Alert> alerts = new LinkedHashMap<>();
        for (Item item : message.items()) {
            alerts.put(
                    item.incident(),
                    Alerts.of(message, item, now, settings.resend().multipliedBy(OUTLIVES)));
        }
        List<Alert> all = told.with(alerts, now);
        return settings.urls().stream()
                .map(url -> send(url + "/api/v2/alerts", all, message.key()))
                .reduce(AlertmanagerNotifier::better)
                .orElseThrow();
    }

    private Outcome send(String url, List<Alert> all, String key) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Idempotency-Key", key));
        settings.authorization().map(Secret::reveal).ifPresent(value -> headers.put("Authorization", value));
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            ArrayNode some = JsonNodeFactory.instance.arrayNode();
            all.subList(from, Math.min(from + MOST_AT_ONCE, all.size())).forEach(alert -> some.add(alert.json()));
            Outcome outcome =
                    post.exchange(Secret.of(url), some.toString(), headers).outcome();
            if (!(outcome instanceof Outcome.Delivered)) {
                return outcome;
            }
        }
        return new Outcome.Delivered();
    }

    private static Outcome better(Outcome one, Outcome other) {
        return rank(one) <= rank(other) ? one : other;
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered delivered -> 0;
            case Outcome.RetryLater later -> 1;
            case Outcome.GivenUp up -> 2;
        };
    }
}
