package offlist.ticket;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody did with a ticket in the other system.
 *
 * @param who as the system calls them; from outside
 * @param closed else it was reopened
 */
public record TicketHeard(String task, String system, String who, boolean closed, Optional<String> link, Instant at) {
    /** In words, for a task's history. */
    public String what() {
        return closed ? "ticket closed" : "ticket reopened";
    }
}
