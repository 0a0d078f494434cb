package offlist.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The files that one server of the Debian package {@code postfix} is started from. */
final class PostfixServer {
    private PostfixServer() {}

    /**
     * Writes its directory, named as the server, and makes its queue.
     *
     * @param settings lines of {@code main.cf} beyond those that all servers have
     * @param services likewise of {@code master.cf}
     */
    static void write(Scratch scratch, String name, String settings, String services) {
        try {
            Path directory = Files.createDirectory(scratch.file(name));
            Files.createDirectory(scratch.file(name + "-queue"));
            owned(scratch.file(name + "-data"), "postfix");
            Files.writeString(
                    directory.resolve("main.cf"),
                    resource("common.cf") + settings
                            + "queue_directory = " + scratch.file(name + "-queue")
                            + "\ndata_directory = " + scratch.file(name + "-data")
                            + "\nmaillog_file = " + scratch.file(name + ".log") + "\n");
            Files.writeString(directory.resolve("master.cf"), resource("services.cf") + services);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a directory that belongs to that user. */
    static void owned(Path directory, String user) {
        try {
            Files.createDirectory(directory);
            Files.setOwner(
                    directory,
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PostfixServer.class.getResourceAsStream("/postfix/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
