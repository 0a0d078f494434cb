package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A removal request to copy. */
@Command(
        name = "draft",
        description = "Prints the request that a removal task makes, to copy into the list's page or a mail.",
        mixinStandardHelpOptions = true)
final class TaskDraftCommand implements Callable<Integer> {
    @Mixin
    private TaskName task = new TaskName();

    @Mixin
    private Printed printed = new Printed();

    @Override
    public Integer call() {
        DaemonApi daemon = DaemonApi.here(Muted.PATIENCE);
        JsonNode draft = daemon.get("/api/v1/tasks/" + task.id(daemon) + "/draft", "subject")
                .orRefuse();
        return printed.print(draft, (out, err) -> print(draft, out, err));
    }

    /** What is no part of the request goes to the other stream, so that the request can be piped. */
    private static void print(JsonNode draft, PrintWriter out, PrintWriter err) {
        out.println("Subject: " + Plain.text(draft.path("subject").asText()));
        out.println();
        draft.path("body").asText().lines().forEach(line -> out.println(Plain.text(line)));
        draft.path("notes").forEach(note -> err.println("note: " + Plain.text(note.asText())));
        tell(err, "page", draft.path("page"));
        tell(err, "mail to", draft.path("mailTo"));
    }

    private static void tell(PrintWriter err, String what, JsonNode value) {
        if (value.isTextual()) {
            err.println(what + ": " + Plain.text(value.asText()));
        }
    }
}
