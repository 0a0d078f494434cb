package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All about one removal task. */
@Command(
        name = "show",
        description = "Shows a removal task: its steps, what stands in the way, what was done about it.",
        mixinStandardHelpOptions = true)
final class TaskShowCommand implements Callable<Integer> {
    private static final int MOST = 1000;

    @Mixin
    private TaskName task = new TaskName();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        DaemonApi daemon = DaemonApi.here(Muted.PATIENCE);
        String path = "/api/v1/tasks/" + task.id(daemon);
        JsonNode shown = daemon.get(path, "id").orRefuse();
        JsonNode history =
                daemon.get(path + "/history?limit=" + MOST, "items").orRefuse().path("items");
        if (json) {
            out.println(((ObjectNode) shown).set("history", history).toPrettyString());
        } else {
            new TaskText(shown, history, Instant.now()).lines().forEach(line -> out.println(Plain.text(line)));
        }
        return 0;
    }
}
