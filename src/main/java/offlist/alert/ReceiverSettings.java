package offlist.alert;

import java.util.List;
import offlist.yaml.Secret;

/** Where messages can go. */
public sealed interface ReceiverSettings {
    String name();

    /** A Slack incoming webhook; whoever knows its URL can post, so it is a secret. */
    record Slack(String name, Secret webhookUrl) implements ReceiverSettings {}

    record Email(String name, List<String> to) implements ReceiverSettings {
        public Email {
            to = List.copyOf(to);
        }
    }

    /** The terminal the program was started on. */
    record Console(String name) implements ReceiverSettings {}
}
