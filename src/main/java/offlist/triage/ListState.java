package offlist.triage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.ListId;

/**
 * What a list says about the address now, and has said before.
 *
 * @param words what the codes mean, or why nobody can tell
 * @param since when the open listing was opened
 * @param earlier former listings, newest first
 */
public record ListState(
        ListId list, String name, Standing standing, String words, Optional<Instant> since, List<Past> earlier) {

    /** Copies the list. */
    public ListState {
        earlier = List.copyOf(earlier);
    }

    /** What is said. Nobody knows is neither of the others. */
    public enum Standing {
        LISTED,
        NOT_LISTED,
        UNKNOWN
    }

    /** A listing that is over. */
    public record Past(Instant opened, Instant closed) {}

    /** Whether it says that the address is on it. */
    public boolean listed() {
        return standing == Standing.LISTED;
    }
}
