package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a message that came back. */
@Command(
        name = "bounce",
        description = {
            "Reads a message that came back, or the words of a server: who refused which address because of what, and what to do.",
            "The running daemon keeps it, and asks the list that it names. Without a daemon it is only read.",
            "Exit code: 0 read; with --deliver 0 kept, 75 not now: the mail server tries again.",
        },
        mixinStandardHelpOptions = true,
        subcommands = {BounceRulesCommand.class})
final class BounceCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** EX_TEMPFAIL of sysexits.h: what a mail server's pipe understands. */
    private static final int NOT_NOW = 75;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The message; - for standard input.")
    private @Nullable Path file;

    @Option(
            names = "--deliver",
            description =
                    "For the pipe of a mail server: prints nothing, and is successful only when the daemon has kept it.")
    private boolean deliver;

    @Option(names = "--local", description = "Only read it; a running daemon does not hear of it.")
    private boolean local;

    @Mixin
    private Printed printed = new Printed();

    @Mixin
    private ConfigOption config = new ConfigOption();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        byte[] message = message(line);
        if (deliver) {
            return delivered(message);
        }
        Optional<JsonNode> kept = local ? Optional.empty() : kept(message, line);
        JsonNode answer = kept.orElseGet(() -> LocalBounce.read(message, config.file(), line.getErr()));
        return printed.print(answer, out -> out.print(BounceText.of(answer.path("refusals"))));
    }

    private int delivered(byte[] message) {
        return switch (post(message)) {
            case DaemonApi.Reply.Answer answer -> 0;
            case DaemonApi.Reply.Declined declined -> NOT_NOW;
            case DaemonApi.Reply.Silent silent -> NOT_NOW;
        };
    }

    private Optional<JsonNode> kept(byte[] message, CommandLine line) {
        return switch (post(message)) {
            case DaemonApi.Reply.Answer answer -> Optional.of(answer.json());
            case DaemonApi.Reply.Declined declined -> Optional.of(declined.orRefuse());
            case DaemonApi.Reply.Silent silent -> {
                line.getErr().println("It is only read and not kept: " + Plain.text(silent.why()) + ".");
                yield Optional.empty();
            }
        };
    }

    private static DaemonApi.Reply post(byte[] message) {
        return DaemonApi.here(PATIENCE).post("/api/v1/bounces", "message/rfc822", message, "refusals");
    }

    private byte[] message(CommandLine line) {
        Path from = file;
        if (from == null) {
            throw new CommandLine.ParameterException(
                    line, "a file is missing: the message that came back, or - for standard input");
        }
        return GivenMessage.read(from);
    }
}
