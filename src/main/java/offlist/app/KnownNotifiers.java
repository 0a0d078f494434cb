package offlist.app;

import io.vertx.core.Vertx;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import offlist.alert.AlertSettings;
import offlist.alert.Handles;
import offlist.alert.Notifier;
import offlist.alert.Notifiers;
import offlist.alert.Outcome;
import offlist.alert.ReceiverSettings;
import offlist.alert.Sent;
import offlist.alert.alertmanager.AlertmanagerNotifier;
import offlist.alert.alertmanager.Told;
import offlist.alert.command.CommandNotifier;
import offlist.alert.console.ConsoleNotifier;
import offlist.alert.discord.DiscordNotifier;
import offlist.alert.email.EmailNotifier;
import offlist.alert.ntfy.NtfyNotifier;
import offlist.alert.pagerduty.PagerDutyNotifier;
import offlist.alert.pagerduty.Taken;
import offlist.alert.slack.Buttons;
import offlist.alert.slack.SlackBotNotifier;
import offlist.alert.slack.SlackNotifier;
import offlist.alert.slack.SlackPace;
import offlist.alert.teams.TeamsNotifier;
import offlist.alert.telegram.TelegramNotifier;
import offlist.alert.webhook.WebhookNotifier;

/** The notifier of each kind of receiver. */
final class KnownNotifiers implements Notifiers {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Handles handles;
    private final BooleanSupplier acting;
    private final InstantSource clock = InstantSource.system();
    private final SlackPace pace = new SlackPace(clock, KnownNotifiers::rest);
    private final Taken taken = new Taken();
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final Optional<Consumer<String>> console;
    private final Consumer<Sent> sent;
    /** Follows no redirects: a webhook's address is a secret. */
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            // With HTTP/2 in sight it offers `Upgrade: h2c` in plain text, and some servers lose the body over it.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * @param acting whether somebody is there to act on a pressed button
     * @param sent hears of what is told to a part of a receiver only
     */
    KnownNotifiers(
            Vertx vertx,
            Handles handles,
            BooleanSupplier acting,
            Optional<Consumer<String>> console,
            Consumer<Sent> sent) {
        this.sent = sent;
        this.handles = handles;
        this.acting = acting;
        this.vertx = vertx;
        this.console = console;
    }

    @Override
    public Notifier of(ReceiverSettings receiver, AlertSettings settings) {
        return switch (receiver) {
            case ReceiverSettings.Slack slack -> new SlackNotifier(http, slack.webhookUrl());
            case ReceiverSettings.SlackBot bot ->
                new SlackBotNotifier(http, bot.token(), bot.channel(), handles, pace, buttons(bot));
            case ReceiverSettings.Discord discord -> new DiscordNotifier(http, discord.webhookUrl(), handles);
            case ReceiverSettings.Telegram telegram ->
                new TelegramNotifier(http, telegram.token(), telegram.chat(), handles);
            case ReceiverSettings.Ntfy ntfy -> new NtfyNotifier(http, ntfy.url(), ntfy.topic(), ntfy.token());
            case ReceiverSettings.Teams teams -> new TeamsNotifier(http, teams.webhookUrl());
            case ReceiverSettings.Email email ->
                settings.mail()
                        .<Notifier>map(relay -> new EmailNotifier(vertx, relay, email.to(), sent))
                        .orElse(message -> new Outcome.GivenUp("no mail relay is configured"));
            case ReceiverSettings.Webhook webhook -> new WebhookNotifier(http, webhook.url(), webhook.secrets(), clock);
            case ReceiverSettings.PagerDuty duty -> new PagerDutyNotifier(http, duty.url(), duty.routingKey(), taken);
            case ReceiverSettings.Alertmanager alertmanager ->
                new AlertmanagerNotifier(
                        http, alertmanager, told.computeIfAbsent(alertmanager.name(), name -> new Told()), clock);
            case ReceiverSettings.Command command ->
                new CommandNotifier(command.run(), command.timeout(), System.getenv());
            case ReceiverSettings.Console terminal -> new ConsoleNotifier(console.orElse(line -> {}));
        };
    }

    /** A lane is woken whenever there may be work, which ends no pause. */
    private static void rest(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && !Thread.currentThread().isInterrupted(); ) {
            LockSupport.parkNanos(left);
            left = end - System.nanoTime();
        }
    }

    /** A button that nobody hears of is worse than a link. */
    private Buttons buttons(ReceiverSettings.SlackBot bot) {
        return bot.hearsButtons() && acting.getAsBoolean() ? Buttons.PRESSED : Buttons.LINKS;
    }
}
