package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds out why somebody does not take our mail. */
@Command(
        name = "triage",
        description = {
            "Finds out why somebody does not take your mail, and whose move it is.",
            "Asks all lists now, looks at the recipient's mail servers, and writes the text for whoever has to act. Asks the running daemon.",
        },
        mixinStandardHelpOptions = true)
final class TriageCommand implements Callable<Integer> {
    /** Longer than the daemon waits for lists, DNS and servers. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The message that came back, or what the server said; - for standard input.")
    private @Nullable Path file;

    @Option(names = "--address", paramLabel = "IP", description = "Your address.")
    private @Nullable String address;

    @Option(names = "--recipient", paramLabel = "MAILBOX", description = "The recipient, or only the domain.")
    private @Nullable String recipient;

    @Option(names = "--refusal", paramLabel = "ID", description = "A refusal that the daemon keeps.")
    private @Nullable String refusal;

    @Option(names = "--mask", description = "Hide what is personal in the text for others.")
    private boolean mask;

    @Option(names = "--send", description = "Add the text to the removal task behind it; it goes where tasks go.")
    private boolean send;

    @Mixin
    private AuthorOption author = new AuthorOption();

    @Mixin
    private Printed printed = new Printed();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (file == null && address == null && recipient == null && refusal == null) {
            throw new CommandLine.ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "nothing is given: the message that came back (or - for standard input), --address or --recipient");
        }
        JsonNode found = DaemonApi.here(PATIENCE)
                .post("/api/v1/triage", request(), "conclusion")
                .orRefuse();
        return printed.print(found, out -> out.print(TriageText.of(found)));
    }

    private ObjectNode request() {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("mask", mask);
        if (file != null) {
            request.put("bounce", new String(GivenMessage.read(file), StandardCharsets.UTF_8));
        }
        request.put("address", address).put("recipient", recipient).put("refusal", refusal);
        if (send) {
            request.put("send", true).put("author", author.name());
        }
        return request;
    }
}
