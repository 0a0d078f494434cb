package offlist.bounce;

import java.nio.file.Path;
import java.util.Map;
import offlist.pool.IpAddress;

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

    /** Whose log it is. */
    enum LogFormat {
        POSTFIX,
        EXIM,
        KUMOMTA,
        POWERMTA
    }
}
