package offlist.alert;

import java.nio.file.Path;
import java.util.Optional;
import offlist.yaml.Secret;

/**
 * The relay that takes our mail.
 *
 * @param tls how the connection is protected
 * @param ca certificates (PEM) to believe instead of those that Java knows
 */
public record MailSettings(
        String host,
        int port,
        String from,
        Tls tls,
        Optional<String> username,
        Optional<Secret> password,
        Optional<Path> ca) {
    /** With the certificates that Java knows. */
    public MailSettings(
            String host, int port, String from, Tls tls, Optional<String> username, Optional<Secret> password) {
        this(host, port, from, tls, username, password, Optional.empty());
    }

    public enum Tls {
        NONE,
        /** STARTTLS where the relay offers it. */
        OPPORTUNISTIC,
        STARTTLS,
        IMPLICIT
    }
}
