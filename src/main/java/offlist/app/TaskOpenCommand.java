package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens a removal task by hand. */
@Command(
        name = "open",
        description = {
            "Opens the removal task of a listing, or takes it up again: one that was given up, or that was never made.",
            "Tasks open by themselves; one that is live stays as it is."
        },
        mixinStandardHelpOptions = true)
final class TaskOpenCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "ADDRESS/LIST",
            description = "What is listed, and the list, or the receiver that blocks it.")
    private String listing = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "Why, for the history.")
    private @Nullable String note;

    @Mixin
    private AuthorOption author = new AuthorOption();

    @Mixin
    private Printed printed = new Printed();

    @Override
    public Integer call() {
        JsonNode task = DaemonApi.here(Muted.PATIENCE)
                .post("/api/v1/tasks", request(), "id")
                .orRefuse();
        String state = String.join("; ", TaskText.state(task, Instant.now()));
        return printed.print(
                task,
                out -> out.println(Plain.text(task.path("id").asText() + ": " + TaskText.name(task) + ": " + state)));
    }

    private ObjectNode request() {
        int slash = listing.lastIndexOf('/');
        if (slash < 1 || slash == listing.length() - 1) {
            throw new CommandError(
                    CommandError.Exit.USAGE, "a listing is named by ADDRESS/LIST, such as 192.0.2.10/spamcop");
        }
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("address", listing.substring(0, slash))
                .put("list", listing.substring(slash + 1))
                .put("author", author.name());
        return note == null ? request : request.put("note", note);
    }
}
