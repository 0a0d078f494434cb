package offlist.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A copy of the records in SQLite as they are at one moment, made beside a daemon that goes on writing. */
public final class Backup {
    private Backup() {}

    /**
     * Writes the copy to a file that is not there yet, which only its owner may read.
     *
     * @return its size in bytes
     * @throws FileNotFoundException when the directory holds no records
     * @throws java.nio.file.FileAlreadyExistsException when the file is there
     * @throws IOException when it cannot be written
     * @throws StoreException when the records cannot be read, or not all of them written
     */
    public static long write(Path directory, Path file) throws IOException {
        Path records = directory.resolve(OpenStore.FILE);
        if (!Files.isRegularFile(records)) {
            throw new FileNotFoundException(records.toString());
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            copy(records, file);
            try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
                written.force(true);
                return written.size();
            }
        } catch (IOException | StoreException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** SQLite fills an empty file, as it would make one. */
    private static void copy(Path records, Path file) {
        String url = "jdbc:sqlite:" + records.toAbsolutePath() + "?busy_timeout=5000";
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, file.toAbsolutePath().toString());
            vacuum.execute();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }
}
