package offlist.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Statements inside one database transaction. Parameters may be text, numbers, booleans, {@link Instant} (epoch
 * milliseconds), {@link Duration} (milliseconds), {@link Optional} of those (empty is null), enums and everything else by
 * its text.
 */
public final class Tx {
    private final Connection connection;

    Tx(Connection connection) {
        this.connection = connection;
    }

    /** Returns how many rows changed. */
    public int execute(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /** Runs one statement for many sets of parameters. */
    public void batch(String sql, List<@Nullable Object[]> rows) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    public <T> List<T> query(String sql, Function<Row, T> mapper, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            Row row = new Row(result);
            while (result.next()) {
                rows.add(mapper.apply(row));
            }
            return rows;
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /** The first row, where there is one. */
    public <T> Optional<T> first(String sql, Function<Row, T> mapper, @Nullable Object... parameters) {
        return query(sql, mapper, parameters).stream().findFirst();
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        bind(statement, parameters);
        return statement;
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bindOne(statement, i + 1, parameters[i]);
        }
    }

    private static void bindOne(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(at, Types.VARCHAR);
            case Optional<?> optional -> bindOptional(statement, at, optional);
            case Instant instant -> statement.setLong(at, instant.toEpochMilli());
            case Duration duration -> statement.setLong(at, duration.toMillis());
            case Integer number -> statement.setInt(at, number);
            case Long number -> statement.setLong(at, number);
            case Boolean flag -> statement.setBoolean(at, flag);
            default -> statement.setString(at, value.toString());
        }
    }

    private static void bindOptional(PreparedStatement statement, int at, Optional<?> optional) throws SQLException {
        if (optional.isPresent()) {
            bindOne(statement, at, optional.get());
        } else {
            // PostgreSQL infers the type of an untyped null from the statement; SQLite does not care.
            statement.setNull(at, Types.NULL);
        }
    }
}
