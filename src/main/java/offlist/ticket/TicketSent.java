package offlist.ticket;

import java.util.Locale;

/**
 * How a system took the last request.
 *
 * @param cause in words, without any secret; empty when all is well
 */
public record TicketSent(String system, Result result, String cause) {
    /** The value of the metric label {@code outcome}. */
    public enum Result {
        TAKEN,
        /** It is tried again. */
        DELAYED,
        /** This one ticket is refused as it is; it is tried again all the same, for somebody may change the settings. */
        REFUSED,
        /** The system does not let us in; nothing is sent for a while. */
        BARRED,
        GIVEN_UP;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
