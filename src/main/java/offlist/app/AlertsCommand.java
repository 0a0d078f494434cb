package offlist.app;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is wrong and who takes care of it; alerts tried out before they are needed. */
@Command(
        name = "alerts",
        description = "Shows what is wrong now and who would be told of it, acknowledges it, and sends a test message.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AlertIncidentsCommand.class,
            AlertAckCommand.class,
            AlertRouteCommand.class,
            AlertTestCommand.class,
        })
final class AlertsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "say what to do: offlist alerts incidents, ack, route or test");
    }
}
