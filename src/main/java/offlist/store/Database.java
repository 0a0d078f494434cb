package offlist.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The store. Threads may share it; each call uses a connection of its own. */
public final class Database {
    private final DataSource source;

    public Database(DataSource source) {
        this.source = source;
    }

    /**
     * Does the work in one transaction: all of it is committed or nothing.
     *
     * @throws StoreException when the store failed; nothing has been committed then
     */
    public <T> T inTransaction(Function<Tx, T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.apply(new Tx(connection));
                connection.commit();
                connection.setAutoCommit(true);
                return result;
            } catch (RuntimeException | SQLException e) {
                undo(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /** SQLite undoes by itself when the disk is full and then refuses to do it again; the first error is the one to tell. */
    private static void undo(Connection connection, Exception first) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            first.addSuppressed(e);
        }
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            first.addSuppressed(e);
        }
    }

    public void transact(Consumer<Tx> work) {
        inTransaction(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /** Reads outside a transaction: with immediate transactions a reader inside one would take the write lock. */
    public <T> List<T> query(String sql, Function<Row, T> mapper, @Nullable Object... parameters) {
        try (Connection connection = source.getConnection()) {
            return new Tx(connection).query(sql, mapper, parameters);
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }
}
