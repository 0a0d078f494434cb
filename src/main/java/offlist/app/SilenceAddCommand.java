package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import offlist.alert.AlertLabels;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps alerts quiet for a while. */
@Command(
        name = "add",
        description = {
            "Keeps quiet, for a while, the alerts that have every label named here; of several values of a label one is enough.",
            "What is still open when the silence ends is told then.",
        },
        mixinStandardHelpOptions = true)
final class SilenceAddCommand implements Callable<Integer> {
    @Option(names = "--pool", split = ",", paramLabel = "POOL", description = "Addresses of this pool.")
    private List<String> pools = List.of();

    @Option(names = "--list", split = ",", paramLabel = "LIST", description = "What is about this list.")
    private List<String> lists = List.of();

    @Option(names = "--address", split = ",", paramLabel = "ADDRESS", description = "An address, a range or a CIDR.")
    private List<String> addresses = List.of();

    @Option(names = "--severity", split = ",", paramLabel = "SEVERITY", description = "What is that bad.")
    private List<String> severities = List.of();

    @Option(names = "--reason", split = ",", paramLabel = "REASON", description = "What is listed for this reason.")
    private List<String> reasons = List.of();

    @Option(names = "--scope", split = ",", paramLabel = "SCOPE", description = "Listings that mean so much.")
    private List<String> scopes = List.of();

    @Option(names = "--kind", split = ",", paramLabel = "KIND", description = "listing, list-health, pool-source, …")
    private List<String> kinds = List.of();

    @Option(names = "--about", split = ",", paramLabel = "NAME", description = "This resolver, source or receiver.")
    private List<String> abouts = List.of();

    @Option(names = "--for", paramLabel = "TIME", description = "How long, such as 30m, 24h or 7d.")
    private @Nullable String duration;

    @Option(names = "--until", paramLabel = "WHEN", description = "Instead of --for: 2026-11-24T08:00:00Z.")
    private @Nullable String until;

    @Option(names = "--from", paramLabel = "WHEN", description = "When it starts; else now.")
    private @Nullable String from;

    @Option(names = "--comment", required = true, paramLabel = "TEXT", description = "Why, for the others.")
    private String comment = "";

    @Mixin
    private AuthorOption author = new AuthorOption();

    @Mixin
    private Printed printed = new Printed();

    @Override
    public Integer call() {
        if ((duration == null) == (until == null)) {
            throw new CommandError(CommandError.Exit.USAGE, "say how long, with either --for 24h or --until WHEN");
        }
        JsonNode silence = DaemonApi.here(Muted.PATIENCE)
                .post("/api/v1/silences", request(), "id")
                .orRefuse();
        return printed.print(silence, out -> print(silence, out));
    }

    private ObjectNode request() {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ObjectNode match = request.putObject("match");
        wanted().forEach((label, values) -> {
            if (!values.isEmpty()) {
                ArrayNode texts = match.putArray(label);
                values.forEach(texts::add);
            }
        });
        return request.put("author", author.name())
                .put("comment", comment)
                .put("duration", duration)
                .put("startsAt", from)
                .put("endsAt", until);
    }

    private Map<String, List<String>> wanted() {
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        wanted.put(AlertLabels.POOL, pools);
        wanted.put(AlertLabels.LIST, lists);
        wanted.put(AlertLabels.ADDRESS, addresses);
        wanted.put(AlertLabels.SEVERITY, severities);
        wanted.put(AlertLabels.REASON, reasons);
        wanted.put(AlertLabels.SCOPE, scopes);
        wanted.put(AlertLabels.KIND, kinds);
        wanted.put(AlertLabels.ABOUT, abouts);
        return wanted;
    }

    private static void print(JsonNode silence, PrintWriter out) {
        String id = silence.path("id").asText();
        out.println(Plain.text("Silence " + id + " keeps quiet " + Muted.labels(silence.path("match")) + " until "
                + Muted.moment(silence.path("endsAt"), Instant.now()) + "."));
        out.println(Plain.text("To end it sooner: ./offlist silences end " + id));
    }
}
