package offlist.alert;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import offlist.yaml.Secret;

/** Where messages can go. */
public sealed interface ReceiverSettings {
    String name();

    /** A Slack incoming webhook; whoever knows its URL can post, so it is a secret. */
    record Slack(String name, Secret webhookUrl) implements ReceiverSettings {}

    /**
     * A bot in a Slack workspace.
     *
     * @param channel its id
     * @param signingSecret where Slack posts pressed buttons to us
     * @param appToken where we fetch pressed buttons from Slack
     */
    record SlackBot(
            String name, Secret token, String channel, Optional<Secret> signingSecret, Optional<Secret> appToken)
            implements ReceiverSettings {
        /** Whether a pressed button can reach us. */
        public boolean hearsButtons() {
            return signingSecret.isPresent() || appToken.isPresent();
        }
    }

    record Email(String name, List<String> to) implements ReceiverSettings {
        public Email {
            to = List.copyOf(to);
        }
    }

    /** A webhook of a Discord channel; whoever knows its URL can post. */
    record Discord(String name, Secret webhookUrl) implements ReceiverSettings {}

    /** @param chat the number of a chat or the name of a channel */
    record Telegram(String name, Secret token, String chat) implements ReceiverSettings {}

    /** @param token absent where everybody may publish */
    record Ntfy(String name, URI url, String topic, Optional<Secret> token) implements ReceiverSettings {}

    /** A webhook of Teams' Workflows; whoever knows its URL can post. */
    record Teams(String name, Secret webhookUrl) implements ReceiverSettings {}

    /**
     * Any program that listens over HTTP.
     *
     * @param secrets to sign with, all that are live; none to send unsigned
     */
    record Webhook(String name, Secret url, List<Secret> secrets) implements ReceiverSettings {
        public Webhook {
            secrets = List.copyOf(secrets);
        }
    }

    /** The terminal the program was started on. */
    record Console(String name) implements ReceiverSettings {}
}
