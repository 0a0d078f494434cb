package offlist.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./offlist bench record}. */
@Command(
        name = "record",
        description = "Records the answers that fuzz breaks anew, from the rbldnsd and unbound of this machine.",
        mixinStandardHelpOptions = true)
public final class RecordCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Where to; default ${DEFAULT-VALUE}.")
    private Path folder = Path.of("src/test/resources/dns/recorded");

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (Recorder recorder = new Recorder()) {
            List<Recording> recordings = recorder.record();
            Recordings.write(Files.createDirectories(folder), recordings);
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .println(recordings.size() + " packets written to " + folder);
            return 0;
        }
    }
}
