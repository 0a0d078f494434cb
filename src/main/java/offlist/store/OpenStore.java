package offlist.store;

import io.agroal.api.AgroalDataSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An opened store whose schema is up to date. Closing it lets another process have it. */
public final class OpenStore implements Closeable {
    static final String FILE = "offlist.sqlite";

    private final AgroalDataSource source;
    private final Optional<FileChannel> lock;
    private final String place;

    private OpenStore(AgroalDataSource source, Optional<FileChannel> lock, String place) {
        this.source = source;
        this.lock = lock;
        this.place = place;
    }

    /**
     * Opens the file in a data directory, which is made if there is none.
     *
     * @param synchronous SQLite's pragma: NORMAL survives a kill, FULL a power failure too
     * @throws StoreException when it is in use, newer than this program, damaged, or cannot be written
     */
    public static OpenStore sqlite(Path directory, String synchronous) {
        FileChannel lock = lock(directory);
        try {
            String url = "jdbc:sqlite:" + directory.resolve(FILE).toAbsolutePath() + "?journal_mode=WAL&synchronous="
                    + synchronous
                    // A deferred transaction that begins to write finds the lock taken and fails at once.
                    + "&transaction_mode=IMMEDIATE&busy_timeout=5000&foreign_keys=on";
            return migrated(Sources.sqlite(url), Optional.of(lock), "SQLite", directory.toString());
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    /** Opens a PostgreSQL database. */
    public static OpenStore postgresql(String url, @Nullable String user, @Nullable String password) {
        return migrated(Sources.postgresql(url, user, password), Optional.empty(), "PostgreSQL", "PostgreSQL");
    }

    private static OpenStore migrated(AgroalDataSource source, Optional<FileChannel> lock, String kind, String place) {
        try {
            Schema.migrate(source, kind);
            return new OpenStore(source, lock, place);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** Where the records are, for people: a directory, or the kind of the database. No secret in it. */
    public String place() {
        return place;
    }

    public Database database() {
        return new Database(source);
    }

    private static FileChannel lock(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(
                    directory.resolve("offlist.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel) == null) {
                channel.close();
                throw new StoreException(
                        "the data directory " + directory
                                + " is in use by another Offlist: stop that one, or set OFFLIST_DATA to another directory",
                        new IOException("locked"));
            }
            return channel;
        } catch (IOException e) {
            throw new StoreException(
                    "the data directory " + directory
                            + " cannot be written: check its owner, mode and free space, or set"
                            + " OFFLIST_DATA to another directory",
                    e);
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StoreException("the lock of the data directory cannot be released", e);
        }
    }

    @Override
    public void close() {
        source.close();
        lock.ifPresent(OpenStore::release);
    }
}
