package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is wrong now, as the running daemon tells it to receivers. */
@Command(
        name = "incidents",
        description = "Shows what the running daemon holds to be wrong now, the newest first.",
        mixinStandardHelpOptions = true)
final class AlertIncidentsCommand implements Callable<Integer> {
    private static final int MOST = 1000;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        JsonNode page = DaemonApi.here(Muted.PATIENCE)
                .get("/api/v1/incidents?limit=" + MOST, "items")
                .orRefuse();
        if (json) {
            out.println(page.toPrettyString());
        } else {
            out.print(text(page.path("items")));
        }
        return 0;
    }

    private static String text(JsonNode incidents) {
        Instant now = Instant.now();
        Table table = new Table("INCIDENT", "SINCE", "SEVERITY", "WHAT", "TAKEN CARE OF");
        for (JsonNode incident : incidents) {
            table.row(
                    incident.path("id").asText(),
                    Muted.moment(incident.path("openedAt"), now),
                    Muted.texts(incident.path("labels").path("severity")),
                    incident.path("headline").asText(),
                    carer(incident.path("acknowledged")));
        }
        String more = incidents.size() < MOST ? "" : "These are the newest " + MOST + ".\n";
        return table.isEmpty() ? "Nothing is wrong.\n" : table.text() + more;
    }

    private static String carer(JsonNode acknowledged) {
        if (!acknowledged.isObject()) {
            return "";
        }
        String comment = acknowledged.path("comment").asText();
        return acknowledged.path("by").asText() + (comment.isEmpty() ? "" : ": " + comment);
    }
}
