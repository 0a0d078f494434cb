package offlist.alert;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import offlist.yaml.Secret;

/** Where messages can go. */
public sealed interface ReceiverSettings {
    String name();

    /** How often everything that is open has to be sent again, for a receiver that forgets what is not. */
    default Optional<Duration> resent() {
        return Optional.empty();
    }

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

    /** @param url of the Events API */
    record PagerDuty(String name, Secret routingKey, String url) implements ReceiverSettings {}

    /**
     * Prometheus' Alertmanager.
     *
     * @param urls of all of a cluster, without the path of the API
     * @param authorization the whole value of the header
     */
    record Alertmanager(String name, List<String> urls, Optional<Secret> authorization, Duration resend)
            implements ReceiverSettings {
        public Alertmanager {
            urls = List.copyOf(urls);
            if (urls.isEmpty()) {
                throw new IllegalArgumentException("an Alertmanager is somewhere");
            }
        }

        @Override
        public Optional<Duration> resent() {
            return Optional.of(resend);
        }
    }

    /**
     * A program on this machine.
     *
     * @param run the program and its arguments
     */
    record Command(String name, List<String> run, Duration timeout) implements ReceiverSettings {
        public Command {
            run = List.copyOf(run);
        }
    }

    /** The terminal the program was started on. */
    record Console(String name) implements ReceiverSettings {}
}
