package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private Printed printed = new Printed();

    @Override
    public Integer call() {
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
        return printed.print(JsonNodeFactory.instance.objectNode().set("items", shown), out -> out.print(text(shown)));
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
