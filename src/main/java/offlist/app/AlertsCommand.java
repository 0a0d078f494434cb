package offlist.app;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Tries out alerts before they are needed. */
@Command(
        name = "alerts",
        description = "Shows who would be told of something, and sends a test message.",
        mixinStandardHelpOptions = true,
        subcommands = {AlertRouteCommand.class, AlertTestCommand.class})
final class AlertsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "say what to do: offlist alerts route, offlist alerts test");
    }
}
