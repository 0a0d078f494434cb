package offlist.triage;

import java.util.Optional;
import offlist.pool.IpAddress;

/**
 * How a mail server of the recipient took a call.
 *
 * @param words its reply, or what came instead
 * @param from the address that was called from, where a connection came about
 */
public record ServerLook(String host, IpAddress address, Outcome outcome, String words, Optional<IpAddress> from) {

    /** What came of it. */
    public enum Outcome {
        /** It answers EHLO as it should. */
        GREETS,
        /** It talks, and does not want us. */
        REFUSES,
        /** No connection, or nothing that is SMTP. */
        SILENT
    }
}
