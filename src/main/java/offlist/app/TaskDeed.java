package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What every action on a task has in common: which task, who, and how the answer is printed. */
@Command(mixinStandardHelpOptions = true)
final class TaskDeed {
    @Mixin
    private TaskName task = new TaskName();

    @Mixin
    private AuthorOption author = new AuthorOption();

    @Mixin
    private Printed printed = new Printed();

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
        body.put("action", action).put("author", author.name());
        DaemonApi daemon = DaemonApi.here(Muted.PATIENCE);
        JsonNode changed =
                daemon.patch("/api/v1/tasks/" + task.id(daemon), body, "id").orRefuse();
        String state = String.join("; ", TaskText.state(changed, Instant.now()));
        return printed.print(changed, out -> out.println(Plain.text(TaskText.name(changed) + ": " + state)));
    }
}
