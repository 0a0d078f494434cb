package offlist.app;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What refusals mean. */
@Command(
        name = "bounce",
        description = "What refusals of mail servers mean, and the rules by which that is said.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BounceRulesCommand.class})
final class BounceCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine.Model.CommandSpec known = Objects.requireNonNull(spec);
        throw new CommandLine.ParameterException(known.commandLine(), "a command is missing");
    }
}
