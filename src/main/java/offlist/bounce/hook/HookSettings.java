package offlist.bounce.hook;

import java.security.PublicKey;
import java.util.Set;
import offlist.yaml.Secret;

/** A service that tells of bounces by a web hook, and how it is known, as the operator says. */
public sealed interface HookSettings {

    /** The last part of the address that the service posts to. */
    String name();

    /** For people: whose hook it is. */
    default String service() {
        return switch (this) {
            case Ses ses -> "Amazon SES";
            case SendGrid sendGrid -> "SendGrid";
            case Mailgun mailgun -> "Mailgun";
            case Postal postal -> "Postal";
            case Haraka haraka -> "Haraka";
            case KumoMta kumoMta -> "KumoMTA";
        };
    }

    /**
     * Amazon SES through Amazon SNS.
     *
     * @param topics the ARNs of the topics that are believed: anybody can have SNS sign something for a topic of his own
     */
    record Ses(String name, Set<String> topics) implements HookSettings {
        /** Copies the set. */
        public Ses {
            topics = Set.copyOf(topics);
        }
    }

    /** @param key the verification key of the signed event web hook, on the curve P-256 */
    record SendGrid(String name, PublicKey key) implements HookSettings {}

    /** @param signingKey the web hook signing key of the account */
    record Mailgun(String name, Secret signingKey) implements HookSettings {}

    /** @param key of the installation's signing key, RSA */
    record Postal(String name, PublicKey key) implements HookSettings {}

    /** @param token what the plugin shows as a bearer's token */
    record Haraka(String name, Secret token) implements HookSettings {}

    /** @param token what the policy shows as a bearer's token */
    record KumoMta(String name, Secret token) implements HookSettings {}
}
