package offlist.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks the rules by which replies are read. */
@Command(
        name = "rules",
        description = {
            "Checks the rules by which the replies of mail servers are read: every sample has to give what it says.",
            "Exit code: 0 all well, 78 there are problems.",
        },
        mixinStandardHelpOptions = true)
final class BounceRulesCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIRECTORY",
            description = "Files of your own: they are added, and take the place of ours of the same name.")
    private @Nullable Path directory;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        RuleCheckRun run = RuleCheckRun.of(Optional.ofNullable(directory));
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        run.lines().forEach(line -> command.getOut().println(Plain.text(line)));
        return run.ok() ? 0 : CommandError.Exit.CONFIG.code();
    }
}
