package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every action on a task has in common: which task, who, and how the answer is printed. */
@Command(mixinStandardHelpOptions = true)
final class TaskDeed {
    @Mixin
    private TaskName task = new TaskName();

    @Mixin
    private AuthorOption author = new AuthorOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandLine.Model.@Nullable CommandSpec spec;

    private final ObjectNode body = JsonNodeFactory.instance.objectNode();

    TaskDeed with(String key, @Nullable String value) {
        if (value != null) {
            body.put(key, value);
        }
        return this;
    }

    TaskDeed with(String key, boolean value) {
        body.put(key, value);
        return this;
    }

    int act(String action) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        body.put("action", action).put("author", author.name());
        DaemonApi daemon = DaemonApi.here(Muted.PATIENCE);
        JsonNode changed =
                daemon.patch("/api/v1/tasks/" + task.id(daemon), body, "id").orRefuse();
        out.println(
                json
                        ? changed.toPrettyString()
                        : Plain.text(TaskText.name(changed) + ": "
                                + String.join("; ", TaskText.state(changed, Instant.now()))));
        return 0;
    }
}
