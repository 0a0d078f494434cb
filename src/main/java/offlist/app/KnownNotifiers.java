package offlist.app;

import io.vertx.core.Vertx;
import java.net.http.HttpClient;
import java.time.Duration;
import offlist.alert.AlertSettings;
import offlist.alert.Notifier;
import offlist.alert.Notifiers;
import offlist.alert.ReceiverSettings;
import offlist.alert.email.EmailNotifier;
import offlist.alert.slack.SlackNotifier;

/** The notifier of each kind of receiver, over clients that all of them share. */
final class KnownNotifiers implements Notifiers {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    KnownNotifiers(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Notifier of(ReceiverSettings receiver, AlertSettings settings) {
        return switch (receiver) {
            case ReceiverSettings.Slack slack -> new SlackNotifier(http, slack.webhookUrl());
            case ReceiverSettings.Email email ->
                new EmailNotifier(vertx, settings.mail().orElseThrow(), email.to());
        };
    }
}
