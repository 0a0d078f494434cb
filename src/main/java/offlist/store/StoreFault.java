package offlist.store;

import java.sql.SQLException;
import java.util.Locale;

/** Says in the operator's words what a database's error means. */
final class StoreFault {
    private StoreFault() {}

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
        return "the database refused a statement: " + firstLine(message);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("no reason given");
    }
}
