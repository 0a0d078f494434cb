package offlist.app;

import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import offlist.store.Backup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A copy of the records, without the daemon taking part. */
@Command(
        name = "backup",
        description = {
            "Writes a copy of the records, while the daemon runs or not.",
            "The records are those in SQLite; those in PostgreSQL are copied by pg_dump.",
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "where to write it, which must not be there yet; - is standard output")
    private String file = "";

    @Option(
            names = "--data",
            paramLabel = "DIRECTORY",
            description = "where the records are, such as /var/lib/offlist; else as for the daemon")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException {
        StoreChoice.inSqlite("a backup of PostgreSQL is made by pg_dump");
        Path records = data == null ? DataDirectory.path() : data;
        if (file.equals(STANDARD_OUTPUT)) {
            pour(records);
        } else {
            long size = write(records, Path.of(file));
            Objects.requireNonNull(spec).commandLine().getOut().println(file + ": " + size + " bytes");
        }
        return 0;
    }

    /** Beside the records, where there is room for them and the right to write. */
    private static void pour(Path records) throws IOException {
        Path passing = records.resolve("backup-" + ProcessHandle.current().pid() + ".tmp");
        write(records, passing);
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            Files.copy(passing, out);
        } finally {
            Files.deleteIfExists(passing);
        }
    }

    private static long write(Path records, Path file) {
        try {
            return Backup.write(records, file);
        } catch (FileNotFoundException e) {
            throw new CommandError(
                    CommandError.Exit.STORE,
                    "there are no records in " + records + ": --data says where they are, such as /var/lib/offlist");
        } catch (FileAlreadyExistsException e) {
            throw new CommandError(CommandError.Exit.USAGE, file + " is there already: a backup replaces nothing");
        } catch (IOException e) {
            throw new CommandError(
                    CommandError.Exit.STORE,
                    file + " cannot be written: check owner and mode of its directory, and free space");
        }
    }
}
