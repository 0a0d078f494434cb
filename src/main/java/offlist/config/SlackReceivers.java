package offlist.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.alert.ReceiverSettings;
import offlist.yaml.Secret;
import offlist.yaml.YamlMap;

/** Reads how a receiver in Slack is told: through an incoming webhook or by a bot. */
final class SlackReceivers {
    private static final List<String> OF_THE_BOT = List.of("channel", "signing-secret", "app-token");

    private SlackReceivers() {}

    static Optional<ReceiverSettings> read(String name, YamlMap section) {
        Optional<Secret> url = ChatReceivers.webhookUrl(section);
        Optional<Secret> token = section.secret("token");
        Optional<ReceiverSettings> bot = bot(name, section, token);
        if (section.has("token") == section.has("webhook-url")) {
            section.problems().add(section, "Slack is told by exactly one of `webhook-url` and `token`");
        }
        section.done();
        return Stream.concat(url.map(secret -> new ReceiverSettings.Slack(name, secret)).stream(), bot.stream())
                .findFirst();
    }

    private static Optional<ReceiverSettings> bot(String name, YamlMap section, Optional<Secret> token) {
        Optional<String> channel = section.optionalText("channel");
        Optional<Secret> signing = section.secret("signing-secret");
        Optional<Secret> app = section.secret("app-token");
        if (!section.has("token")) {
            OF_THE_BOT.stream()
                    .filter(section::has)
                    .forEach(key -> section.problem(key, "this belongs to a bot, so `token` is needed as well"));
            return Optional.empty();
        }
        token.filter(secret -> !secret.reveal().startsWith("xoxb-"))
                .ifPresent(wrong -> section.problem("token", "a bot's token is wanted, it begins with `xoxb-`"));
        app.filter(secret -> !secret.reveal().startsWith("xapp-"))
                .ifPresent(wrong -> section.problem("app-token", "an app's token is wanted, it begins with `xapp-`"));
        if (section.needs("channel")) {
            channel.filter(text -> !text.matches("[CGDU][A-Z0-9]{2,20}"))
                    .ifPresent(
                            wrong -> section.problem("channel", "the id of a channel is wanted, such as `C0123ABCD`"));
        }
        return token.flatMap(
                secret -> channel.map(id -> new ReceiverSettings.SlackBot(name, secret, id, signing, app)));
    }
}
