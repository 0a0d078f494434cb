package offlist.triage;

import java.time.Duration;

/**
 * Whether recipients' mail servers are called. A call ends after EHLO; no message is ever sent.
 *
 * @param enabled off unless the operator wants it
 * @param internal whether addresses that only mean something in the operator's own network may be called
 * @param perHour the most calls in an hour
 * @param port where mail servers listen
 * @param patience for one call
 */
public record CallSettings(boolean enabled, boolean internal, int perHour, int port, Duration patience) {
    private static final int SMTP = 25;

    /** Nobody is called. */
    public static final CallSettings DEFAULT = new CallSettings(false, false, 60, SMTP, Duration.ofSeconds(10));
}
