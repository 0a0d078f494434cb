package offlist.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import offlist.store.OpenStore;

/** Opens stores for contract tests: a SQLite file, or a database of its own on one real PostgreSQL server. */
public final class Stores {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Stores() {}

    public static OpenStore sqlite(Path directory) {
        return OpenStore.sqlite(directory, "NORMAL");
    }

    /** A fresh database; the server starts with the first call and stops with the test process. */
    public static OpenStore postgresql() {
        return OpenStore.postgresql(freshPostgresUrl(), "postgres", "postgres");
    }

    public static String freshPostgresUrl() {
        String name = "offlist_" + DATABASES.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return Server.POSTGRES.getJdbcUrl("postgres", name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("no database " + name, e);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
