package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** All about one removal task. */
@Command(
        name = "show",
        description = "Shows a removal task: its steps, what stands in the way, what was done about it.",
        mixinStandardHelpOptions = true)
final class TaskShowCommand implements Callable<Integer> {
    private static final int MOST = 1000;

    @Mixin
    private TaskName task = new TaskName();

    @Mixin
    private Printed printed = new Printed();

    @Override
    public Integer call() {
        DaemonApi daemon = DaemonApi.here(Muted.PATIENCE);
        String path = "/api/v1/tasks/" + task.id(daemon);
        JsonNode shown = daemon.get(path, "id").orRefuse();
        JsonNode history =
                daemon.get(path + "/history?limit=" + MOST, "items").orRefuse().path("items");
        TaskText text = new TaskText(shown, history, Instant.now());
        return printed.print(
                ((ObjectNode) shown).set("history", history),
                out -> text.lines().forEach(line -> out.println(Plain.text(line))));
    }
}
