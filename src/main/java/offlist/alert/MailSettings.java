package offlist.alert;

import java.util.Optional;
import offlist.yaml.Secret;

/**
 * The relay that takes our mail.
 *
 * @param tls how the connection is protected
 */
public record MailSettings(
        String host, int port, String from, Tls tls, Optional<String> username, Optional<Secret> password) {
    public enum Tls {
        NONE,
        /** STARTTLS where the relay offers it. */
        OPPORTUNISTIC,
        STARTTLS,
        IMPLICIT
    }
}
