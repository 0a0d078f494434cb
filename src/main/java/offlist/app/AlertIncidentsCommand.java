package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What is wrong now, as the running daemon tells it to receivers. */
@Command(
        name = "incidents",
        description = "Shows what the running daemon holds to be wrong now, the newest first.",
        mixinStandardHelpOptions = true)
final class AlertIncidentsCommand implements Callable<Integer> {
    private static final int MOST = 1000;

    @Mixin
    private Printed printed = new Printed();

    @Override
    public Integer call() {
        JsonNode page = DaemonApi.here(Muted.PATIENCE)
                .get("/api/v1/incidents?limit=" + MOST, "items")
                .orRefuse();
        return printed.print(page, out -> out.print(text(page.path("items"))));
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
