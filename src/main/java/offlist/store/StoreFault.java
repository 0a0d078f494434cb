package offlist.store;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** Says in the operator's words what a database's error means. */
final class StoreFault {
    /** PostgreSQL's serialization_failure and deadlock_detected: it has undone the transaction itself. */
    private static final Set<String> GIVEN_UP = Set.of("40001", "40P01");

    private StoreFault() {}

    /** Whether the same work may well succeed when it is done again. */
    static boolean isGivenUpForAnother(StoreException e) {
        return e.getCause() instanceof SQLException cause && isGivenUpForAnother(cause);
    }

    private static boolean isGivenUpForAnother(SQLException e) {
        return e.getSQLState() != null && GIVEN_UP.contains(e.getSQLState());
    }

    static String sentence(SQLException e) {
        String message = String.valueOf(e.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("sqlite_full") || lower.contains("no space") || lower.contains("disk is full")) {
            return "the disk of the data directory is full: nothing can be recorded until there is room";
        }
        if (lower.contains("sqlite_busy") || lower.contains("sqlite_locked")) {
            return "the database is locked by another program: stop it, or give this one another data directory";
        }
        if (lower.contains("sqlite_readonly") || lower.contains("read-only")) {
            return "the database cannot be written: check the owner and mode of the data directory";
        }
        if (lower.contains("sqlite_corrupt") || lower.contains("sqlite_notadb")) {
            return "the database file is damaged or no database: restore it from a backup";
        }
        if (e.getSQLState() != null && e.getSQLState().startsWith("08")) {
            return "the database cannot be reached: " + firstLine(message);
        }
        if (isGivenUpForAnother(e)) {
            return "others change the same rows of the database all the time, so this change was given up: "
                    + firstLine(message);
        }
        return "the database refused a statement: " + firstLine(message);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("no reason given");
    }
}
