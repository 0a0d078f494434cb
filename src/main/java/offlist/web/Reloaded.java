package offlist.web;

import java.util.List;

/**
 * What came of reading the configuration again.
 *
 * @param taken whether it is in force; otherwise the last good one stays
 * @param lines what {@code offlist config check} would print
 */
public record Reloaded(boolean taken, List<String> lines) {
    /** There is nothing to read. */
    public static final Reloaded NO_FILE =
            new Reloaded(false, List.of("the daemon was started without a configuration file"));

    /** Copies the list. */
    public Reloaded {
        lines = List.copyOf(lines);
    }
}
