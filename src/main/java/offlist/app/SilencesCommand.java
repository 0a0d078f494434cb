package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the running daemon keeps quiet because somebody asked for it. */
@Command(
        name = "silences",
        description = "Shows what the running daemon does not tell because somebody silenced it.",
        mixinStandardHelpOptions = true,
        subcommands = {SilenceAddCommand.class, SilenceEndCommand.class})
final class SilencesCommand implements Callable<Integer> {
    @Option(names = "--expired", description = "Also those that ended in the last 7 days.")
    private boolean expired;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        ArrayNode shown = JsonNodeFactory.instance.arrayNode();
        DaemonApi.here(Muted.PATIENCE)
                .get("/api/v1/silences", "items")
                .orRefuse()
                .path("items")
                .forEach(silence -> {
                    if (expired || !silence.path("state").asText().equals("expired")) {
                        shown.add(silence);
                    }
                });
        if (json) {
            out.println(
                    JsonNodeFactory.instance.objectNode().set("items", shown).toPrettyString());
        } else {
            out.print(text(shown));
        }
        return 0;
    }

    private static String text(ArrayNode silences) {
        Instant now = Instant.now();
        Table table = new Table("SILENCE", "STATE", "WHAT", "FROM", "UNTIL", "BY", "COMMENT");
        for (JsonNode silence : silences) {
            table.row(
                    silence.path("id").asText(),
                    silence.path("state").asText(),
                    Muted.labels(silence.path("match")),
                    Muted.moment(silence.path("startsAt"), now),
                    Muted.moment(silence.path("endsAt"), now),
                    silence.path("author").asText(),
                    silence.path("comment").asText());
        }
        return table.isEmpty() ? "Nothing is silenced.\n" : table.text();
    }
}
