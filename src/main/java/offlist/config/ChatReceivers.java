package offlist.config;

import java.net.URI;
import java.util.Optional;
import offlist.alert.ReceiverSettings;
import offlist.yaml.Secret;
import offlist.yaml.YamlMap;

/** Reads how a receiver in a chat or on a phone is told. */
final class ChatReceivers {
    private ChatReceivers() {}

    static Optional<ReceiverSettings> discord(String name, YamlMap section) {
        return webhook(section).map(secret -> new ReceiverSettings.Discord(name, secret));
    }

    static Optional<ReceiverSettings> teams(String name, YamlMap section) {
        return webhook(section).map(secret -> new ReceiverSettings.Teams(name, secret));
    }

    /** The address of a webhook, which whoever knows it can post to. */
    private static Optional<Secret> webhook(YamlMap section) {
        section.needs("webhook-url");
        Optional<Secret> url = webhookUrl(section);
        section.done();
        return url;
    }

    /** The same in a section that has other keys too. */
    static Optional<Secret> webhookUrl(YamlMap section) {
        Optional<Secret> url = section.secret("webhook-url");
        url.filter(secret -> !WebAddress.isOne(secret.reveal()))
                .ifPresent(wrong -> section.problem("webhook-url", "a web address is wanted, https://…"));
        url.filter(secret -> WebAddress.isOpen(secret.reveal()))
                .ifPresent(open -> section.problems()
                        .warn(section, "the webhook is called without TLS, so everybody on the way can read it"));
        return url;
    }

    static Optional<ReceiverSettings> telegram(String name, YamlMap section) {
        section.needs("token");
        section.needs("chat");
        Optional<Secret> token = section.secret("token");
        token.filter(secret -> !secret.reveal().matches("\\d+:[\\w-]+"))
                .ifPresent(wrong -> section.problem("token", "a bot's token is a number, a colon and letters"));
        Optional<String> chat = section.optionalText("chat");
        chat.filter(text -> !text.matches("-?\\d{1,20}|@\\w{4,64}"))
                .ifPresent(wrong -> section.problem("chat", "a chat is its number, or @ and the name of a channel"));
        section.done();
        return token.flatMap(secret -> chat.map(id -> new ReceiverSettings.Telegram(name, secret, id)));
    }

    static Optional<ReceiverSettings> ntfy(String name, YamlMap section) {
        section.needs("topic");
        String url = section.text("url", "https://ntfy.sh");
        if (!WebAddress.isOne(url)) {
            section.problem("url", "a web address is wanted, https://…");
        }
        if (WebAddress.isOpen(url)) {
            section.problems().warn(section, "ntfy is called without TLS, so everybody on the way can read it");
        }
        Optional<String> topic = section.optionalText("topic");
        topic.filter(text -> !text.matches("[-_A-Za-z0-9]{1,64}"))
                .ifPresent(wrong -> section.problem("topic", "a topic has up to 64 letters, digits, `-` and `_`"));
        Optional<Secret> token = section.secret("token");
        section.done();
        return WebAddress.isOne(url)
                ? topic.map(text -> new ReceiverSettings.Ntfy(name, URI.create(url), text, token))
                : Optional.empty();
    }
}
