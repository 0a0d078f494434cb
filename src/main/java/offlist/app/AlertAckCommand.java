package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import offlist.app.DaemonApi.Reply;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says that somebody takes care of what is wrong. */
@Command(
        name = "ack",
        description = "Says that you take care of incidents: nobody is reminded of them, their end is told.",
        mixinStandardHelpOptions = true)
final class AlertAckCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "INCIDENT",
            description = "The id of an incident, as offlist alerts incidents shows it.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--comment", paramLabel = "TEXT", description = "What you do about it, for the others.")
    private String comment = "";

    @Option(names = "--withdraw", description = "Take the acknowledgement back: reminders begin again.")
    private boolean withdraw;

    @Mixin
    private AuthorOption author = new AuthorOption();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        String by = author.name();
        DaemonApi daemon = DaemonApi.here(Muted.PATIENCE);
        for (String id : Muted.named(ids)) {
            JsonNode incident = change(daemon, path(id), by).orRefuse();
            String headline = incident.path("headline").asText();
            out.println(Plain.text(
                    withdraw ? headline + ": reminders begin again." : headline + ": " + by + " takes care of it."));
        }
        return 0;
    }

    private Reply change(DaemonApi daemon, String path, String by) {
        if (withdraw) {
            return daemon.delete(path + "?author=" + DaemonApi.encoded(by), "id");
        }
        ObjectNode request =
                JsonNodeFactory.instance.objectNode().put("author", by).put("comment", comment);
        return daemon.post(path, request, "id");
    }

    /** Some ids have a slash in them, which stays one. */
    private static String path(String id) {
        return "/api/v1/incidents/" + DaemonApi.encoded(id).replace("%2F", "/") + "/acknowledge";
    }
}
