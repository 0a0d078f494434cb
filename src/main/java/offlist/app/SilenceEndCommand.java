package offlist.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends silences before their time. */
@Command(
        name = "end",
        description = "Ends silences now. What is still open is told with the next news of its group.",
        mixinStandardHelpOptions = true)
final class SilenceEndCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "SILENCE", description = "The id of a silence.")
    private List<String> ids = new ArrayList<>();

    @Mixin
    private AuthorOption author = new AuthorOption();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        String by = DaemonApi.encoded(author.name());
        DaemonApi daemon = DaemonApi.here(Muted.PATIENCE);
        for (String id : Muted.named(ids)) {
            daemon.delete("/api/v1/silences/" + DaemonApi.encoded(id) + "?author=" + by, "id")
                    .orRefuse();
            out.println(Plain.text("Silence " + id + " is over."));
        }
        return 0;
    }
}
