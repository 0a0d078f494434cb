package offlist.bench;

import java.io.PrintWriter;
import java.util.Objects;
import offlist.fuzz.FuzzCommand;
import offlist.fuzz.RecordCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./offlist bench}: runs from the sources, as what it measures with is part of the tests. */
@Command(
        name = "offlist bench",
        description = "Measures Offlist. Runs from the sources and needs what ./offlist test needs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {FuzzCommand.class, RecordCommand.class})
public final class Bench implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    public static void main(String... args) {
        CommandLine command = new CommandLine(new Bench()).setOut(new PrintWriter(System.out, true));
        command.setExitCodeExceptionMapper(e -> 64);
        System.exit(command.execute(args));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "say what to measure: ./offlist bench fuzz");
    }
}
