package offlist.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The current row of a result; columns by name. Times are epoch milliseconds in the store. */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    /** A column that is never null. */
    public String text(String column) {
        return optionalText(column)
                .orElseThrow(() -> new StoreException("column " + column + " is null", new SQLException()));
    }

    public Optional<String> optionalText(String column) {
        return read(() -> Optional.ofNullable(result.getString(column)));
    }

    public long number(String column) {
        return read(() -> result.getLong(column));
    }

    public boolean flag(String column) {
        return read(() -> result.getBoolean(column));
    }

    public Instant time(String column) {
        return Instant.ofEpochMilli(number(column));
    }

    public Optional<Instant> optionalTime(String column) {
        return read(() -> {
            long millis = result.getLong(column);
            return result.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
        });
    }

    public Duration duration(String column) {
        return Duration.ofMillis(number(column));
    }

    private static <T> T read(Read<T> read) {
        try {
            return read.read();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    private interface Read<T> {
        T read() throws SQLException;
    }
}
