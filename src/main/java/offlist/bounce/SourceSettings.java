package offlist.bounce;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import offlist.pool.IpAddress;
import offlist.yaml.Secret;

/** Where bounces come from by themselves, as the operator says. */
public sealed interface SourceSettings {

    /** A directory of messages, one file each. */
    record Maildir(Path directory) implements SourceSettings {}

    /** A mailbox in one file. */
    record Mbox(Path file) implements SourceSettings {}

    /**
     * A mail server's log.
     *
     * @param addresses from which address a transport sends, by its name in the log, for logs that do not say
     */
    record Log(Path file, LogFormat format, Map<String, IpAddress> addresses) implements SourceSettings {
        /** Copies the map. */
        public Log {
            addresses = Map.copyOf(addresses);
        }
    }

    /**
     * The systemd journal of this machine, read as a mail server's log.
     *
     * @param name of a unit, such as {@code postfix@-.service}, or what its lines are marked with
     * @param addresses as of a {@link Log}
     */
    record Journal(String name, Map<String, IpAddress> addresses) implements SourceSettings {
        /** Copies the map. */
        public Journal {
            addresses = Map.copyOf(addresses);
        }
    }

    /**
     * A mailbox on a server.
     *
     * @param ca whose certificates are believed instead of the usual ones
     */
    record Imap(String host, int port, String user, Secret password, String folder, Tls tls, Optional<Path> ca)
            implements SourceSettings {}

    /**
     * A port of ours that takes bounces by SMTP and LMTP.
     *
     * @param recipients addresses and domains in lower case that mail is taken for; none for any
     */
    record Listen(IpAddress address, int port, Set<String> recipients) implements SourceSettings {
        /** Copies the set. */
        public Listen {
            recipients = Set.copyOf(recipients);
        }
    }

    /** When a connection is encrypted. */
    enum Tls {
        IMPLICIT,
        STARTTLS,
        NONE
    }

    /** Whose log it is. */
    enum LogFormat {
        POSTFIX,
        EXIM,
        KUMOMTA,
        POWERMTA
    }
}
