package offlist.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The store. Threads may share it; each call uses a connection of its own. */
public final class Database {
    private static final Logger LOG = Logger.getLogger(Database.class);

    /** Who loses so often against others is held up by more than bad luck. */
    static final int TRIES = 5;

    private static final long LONGEST_FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    private final DataSource source;

    public Database(DataSource source) {
        this.source = source;
    }

    /**
     * Does the work in one transaction: all of it is committed or nothing. What the database gave up in favour of somebody
     * else's transaction is done again from its beginning, so the work must change nothing but what it is given.
     *
     * @throws StoreException when the store failed; nothing has been committed then
     */
    public <T> T inTransaction(Function<Tx, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (StoreException e) {
                if (attempt == TRIES || !StoreFault.isGivenUpForAnother(e)) {
                    throw e;
                }
                LOG.debugf("a transaction is tried again after attempt %d: %s", attempt, e.getMessage());
                stepBack(attempt);
            }
        }
    }

    /** No connection is held meanwhile; two that met once must not meet again in step. */
    private static void stepBack(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_FIRST_PAUSE << attempt));
    }

    private <T> T once(Function<Tx, T> work) {
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

    /** The same for work that has no result. */
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
