package offlist.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import offlist.alert.AlertSettings;
import offlist.alert.MailSettings;
import offlist.alert.ReceiverSettings;
import offlist.alert.RouteSettings;
import offlist.bounce.BounceSettings;
import offlist.bounce.SourceSettings;
import offlist.bounce.hook.HookSettings;
import offlist.catalogue.ChosenList;
import offlist.delist.RemovalSettings;
import offlist.pool.PoolName;
import offlist.ready.ReadinessSettings;
import offlist.ticket.TicketSystem;
import offlist.track.ConfirmSettings;
import offlist.track.Flapping;
import offlist.track.Mass;
import offlist.track.Severities;
import offlist.triage.CallSettings;
import offlist.yaml.Durations;
import offlist.yaml.Labels;

/** The settings as they hold, defaults filled in and secrets hidden: printed at the start and by the check. */
public final class EffectiveSettings {
    private static final String HIDDEN = "***";

    private final Settings settings;
    private final List<String> lines = new ArrayList<>();

    private EffectiveSettings(Settings settings) {
        this.settings = settings;
    }

    /** One line for each thing that is set. */
    public static List<String> lines(Settings settings) {
        EffectiveSettings text = new EffectiveSettings(settings);
        text.general();
        settings.pools().forEach(pool -> text.lines.addAll(PoolText.lines(pool)));
        settings.severities().pools().forEach(text::severities);
        text.lists();
        text.alert(settings.alert());
        text.removal(settings.removal());
        settings.tickets().systems().forEach(text::tickets);
        text.bounces(settings.bounces());
        text.triage(settings.triage());
        return List.copyOf(text.lines);
    }

    private void general() {
        add("interval", duration(settings.interval().orElse(Settings.DEFAULT_INTERVAL)));
        add("resolvers", settings.resolvers().isEmpty() ? "the system's" : words(settings.resolvers()));
        confirm(settings.confirm());
    }

    private void confirm(ConfirmSettings confirm) {
        add("confirm.looks", confirm.looks());
        Flapping flapping = confirm.flapping();
        add(
                "confirm.flapping",
                flapping.openings() + " openings within " + duration(flapping.within()) + ", calm "
                        + duration(flapping.calm()));
        Mass mass = confirm.mass();
        add("confirm.mass", mass.targets() + " addresses and " + Math.round(mass.share() * 100) + "%");
    }

    private void severities(PoolName pool, Severities.Words words) {
        words.all().ifPresent(all -> add("pool " + pool + " severity", all.label()));
        new TreeMap<>(words.lists())
                .forEach((list, severity) -> add("pool " + pool + " severity of " + list, severity.label()));
    }

    private void lists() {
        settings.lists().asked().forEach(list -> add("list " + list.id(), list(list)));
        if (settings.lists().asked().isEmpty()) {
            add("lists", "none");
        }
    }

    private static String list(ChosenList list) {
        List<String> words = new ArrayList<>();
        words.add(list.file()
                .map(file -> "file " + file)
                .orElseGet(() -> "zone " + list.list().zone().display()));
        words.add("severity " + list.list().severity().label());
        list.interval().ifPresent(interval -> words.add("interval " + duration(interval)));
        list.rate().ifPresent(rate -> words.add("rate " + rate));
        list.list().usage().freeLimitPerDay().ifPresent(limit -> words.add("limit-per-day " + limit));
        list.timeout().ifPresent(timeout -> words.add("timeout " + duration(timeout)));
        list.tries().ifPresent(tries -> words.add("tries " + tries));
        if (!list.resolvers().isEmpty()) {
            words.add("resolvers "
                    + words(list.resolvers().stream().map(text -> text.value()).toList()));
        }
        return String.join(", ", words);
    }

    private void alert(AlertSettings alert) {
        alert.receivers().forEach(receiver -> add("receiver " + receiver.name(), receiver(receiver)));
        alert.route().ifPresent(route -> route(route, "route"));
        new TreeMap<>(alert.intervals())
                .forEach((name, intervals) -> add(
                        "time interval " + name,
                        String.join(
                                "; ", intervals.stream().map(Object::toString).toList())));
        alert.mail().ifPresent(mail -> add("mail", mail(mail)));
        if (alert.receivers().isEmpty()) {
            add("receivers", "none, nobody is told");
        }
    }

    private static String receiver(ReceiverSettings receiver) {
        return switch (receiver) {
            case ReceiverSettings.Slack slack -> "slack, webhook-url " + HIDDEN;
            case ReceiverSettings.SlackBot bot ->
                "slack, channel " + bot.channel() + ", token " + HIDDEN
                        + bot.signingSecret()
                                .map(secret -> ", signing-secret " + HIDDEN)
                                .orElse("")
                        + bot.appToken().map(secret -> ", app-token " + HIDDEN).orElse("");
            case ReceiverSettings.Discord discord -> "discord, webhook-url " + HIDDEN;
            case ReceiverSettings.Telegram telegram -> "telegram, chat " + telegram.chat() + ", token " + HIDDEN;
            case ReceiverSettings.Ntfy ntfy ->
                "ntfy " + ntfy.url() + ", topic " + ntfy.topic()
                        + ntfy.token().map(token -> ", token " + HIDDEN).orElse("");
            case ReceiverSettings.Teams teams -> "teams, webhook-url " + HIDDEN;
            case ReceiverSettings.Email email -> "email to " + words(email.to());
            case ReceiverSettings.Webhook webhook ->
                "webhook, url " + HIDDEN + (webhook.secrets().isEmpty() ? ", unsigned" : ", signed");
            case ReceiverSettings.PagerDuty duty -> "pagerduty, routing-key " + HIDDEN + ", url " + duty.url();
            case ReceiverSettings.Alertmanager alertmanager ->
                "alertmanager " + words(alertmanager.urls()) + ", resend " + duration(alertmanager.resend())
                        + alertmanager
                                .authorization()
                                .map(secret -> ", authorization " + HIDDEN)
                                .orElse("");
            case ReceiverSettings.Command command ->
                "command " + command.run().getFirst() + ", timeout " + duration(command.timeout());
            case ReceiverSettings.Console console -> "the terminal";
        };
    }

    private void route(RouteSettings route, String path) {
        List<String> words = new ArrayList<>();
        route.match()
                .forEach((label, values) ->
                        words.add(label + " " + words(values.stream().sorted().toList())));
        route.receiver().ifPresent(receiver -> words.add("to " + receiver));
        route.groupBy().ifPresent(labels -> words.add("group-by " + words(labels)));
        time(words, "group-wait", route.groupWait());
        time(words, "group-interval", route.groupInterval());
        time(words, "repeat-interval", route.repeatInterval());
        if (!route.muteTimes().isEmpty()) {
            words.add("mute-time-intervals " + words(route.muteTimes()));
        }
        if (!route.activeTimes().isEmpty()) {
            words.add("active-time-intervals " + words(route.activeTimes()));
        }
        if (route.onward()) {
            words.add("continue");
        }
        add(path, String.join(", ", words));
        for (int i = 0; i < route.routes().size(); i++) {
            route(route.routes().get(i), path + ".routes[" + i + "]");
        }
    }

    private static void time(List<String> words, String name, Optional<Duration> value) {
        value.ifPresent(set -> words.add(name + " " + duration(set)));
    }

    private static String mail(MailSettings mail) {
        String login = mail.username()
                .map(name -> ", username " + name + ", password " + HIDDEN)
                .orElse("");
        return mail.host() + " port " + mail.port() + ", tls " + Labels.of(mail.tls()) + ", from " + mail.from()
                + login;
    }

    private void removal(RemovalSettings removal) {
        removal.organisation().ifPresent(name -> add("removal.organisation", name));
        removal.contact().ifPresent(contact -> add("removal.contact", contact));
        add("removal.readiness", readiness(removal.readiness()));
        add("removal.mail", removal.mail().send() ? "sent when somebody says so" : "shown, never sent");
    }

    private void triage(CallSettings calls) {
        add("triage.call-servers", String.valueOf(calls.enabled()));
        if (calls.enabled()) {
            add("triage.internal", String.valueOf(calls.internal()));
            add("triage.per-hour", String.valueOf(calls.perHour()));
            add("triage.port", String.valueOf(calls.port()));
        }
    }

    private void bounces(BounceSettings bounces) {
        add("bounces.keep", duration(bounces.keep()));
        add("bounces.blocks.recipients", String.valueOf(bounces.blocks().recipients()));
        add("bounces.blocks.within", duration(bounces.blocks().within()));
        add("bounces.blocks.quiet", duration(bounces.blocks().quiet()));
        bounces.sources().forEach(source -> add("bounces.sources", words(source)));
        bounces.hooks().forEach(hook -> add("bounces.hooks " + hook.name(), words(hook)));
    }

    private static String words(SourceSettings source) {
        return switch (source) {
            case SourceSettings.Maildir maildir -> "Maildir " + maildir.directory();
            case SourceSettings.Mbox mbox -> "mbox " + mbox.file();
            case SourceSettings.Log log -> Labels.of(log.format()) + " log " + log.file();
            case SourceSettings.Journal journal -> "journal of " + journal.name();
            case SourceSettings.Imap imap ->
                "IMAP " + imap.user() + " at " + imap.host() + ":" + imap.port() + ", folder " + imap.folder()
                        + ", tls " + Labels.of(imap.tls()) + ", password " + HIDDEN;
            case SourceSettings.Listen listen ->
                "SMTP and LMTP on " + listen.address() + " port " + listen.port() + ", for "
                        + (listen.recipients().isEmpty()
                                ? "anybody"
                                : words(listen.recipients().stream().sorted().toList()));
        };
    }

    private static String words(HookSettings hook) {
        String known = switch (hook) {
            case HookSettings.Ses ses ->
                "topics " + words(ses.topics().stream().sorted().toList());
            case HookSettings.SendGrid sendGrid -> "public-key";
            case HookSettings.Mailgun mailgun -> "signing-key " + HIDDEN;
            case HookSettings.Postal postal -> "public-key";
            case HookSettings.Haraka haraka -> "token " + HIDDEN;
            case HookSettings.KumoMta kumoMta -> "token " + HIDDEN;
        };
        return hook.service() + ", " + known;
    }

    private static String readiness(ReadinessSettings readiness) {
        List<String> words = new ArrayList<>();
        words.add(readiness.enabled() ? "DNS" : "off");
        if (readiness.greeting()) {
            words.add("greeting");
        }
        if (readiness.openRelay()) {
            words.add("open-relay");
        }
        if (readiness.connects()) {
            words.add("port " + readiness.port());
        }
        return words(words);
    }

    private void tickets(TicketSystem system) {
        List<String> words = new ArrayList<>();
        words.add(system.preset());
        words.add("url " + system.url());
        system.user().ifPresent(user -> words.add("user " + user));
        system.token().ifPresent(token -> words.add("token " + HIDDEN));
        new TreeMap<>(system.parameters()).forEach((name, value) -> words.add(name + " " + value));
        system.hookSecret().ifPresent(secret -> words.add("webhook-secret " + HIDDEN));
        words.add("per-minute " + system.perMinute());
        add("tickets " + system.name(), String.join(", ", words));
    }

    private void add(String name, Object value) {
        lines.add(name + ": " + value);
    }

    static String words(List<?> values) {
        return String.join(" ", values.stream().map(Object::toString).toList());
    }

    static String duration(Duration duration) {
        return Durations.print(duration);
    }
}
