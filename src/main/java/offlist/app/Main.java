package offlist.app;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import offlist.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** Where the process starts: the command line. Commands that look once never start the framework. */
@QuarkusMain
@Command(
        name = "offlist",
        description = "Keeps sending addresses off DNS blocklists (RBL, DNSBL).",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            CheckCommand.class,
            ExplainCommand.class,
            ListsCommand.class,
            PoolCommand.class,
            AlertsCommand.class,
            SilencesCommand.class,
            TasksCommand.class,
            BounceCommand.class,
            TriageCommand.class,
            ConfigCommand.class,
            BackupCommand.class,
        },
        footer = {
            "",
            "Exit codes: 64 wrong usage, 69 something needed is not there, 74 the store, 78 the configuration; check: 0 clean, 1 listed, 2 unknown.",
            "In the sources, ./offlist test runs all tests and ./offlist bench measures.",
        })
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    public static void main(String... args) {
        Logger.getLogger("").setLevel(Level.WARNING);
        CommandLine command = commandLine();
        int exit = command.execute(args);
        command.getOut().flush();
        // A daemon that runs keeps the process; every other command has said all it has to say.
        System.exit(exit);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setOut(new PrintWriter(System.out, true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(e -> CommandError.Exit.USAGE.code())
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler(Main::failed);
    }

    @Override
    public void run() {
        CommandLine.Model.CommandSpec known = java.util.Objects.requireNonNull(spec);
        throw new ParameterException(known.commandLine(), "a command is missing");
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("offlist: " + Plain.text(String.valueOf(e.getMessage())));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println(e.getCommandLine().getUsageMessage().strip());
        }
        return CommandError.Exit.USAGE.code();
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        return switch (e) {
            case CommandError error -> {
                error.sentences().forEach(sentence -> err.println("offlist: " + Plain.text(sentence)));
                yield error.exit().code();
            }
            case StoreException store -> {
                err.println("offlist: " + Plain.text(String.valueOf(store.getMessage())));
                yield CommandError.Exit.STORE.code();
            }
            default -> {
                err.println("offlist: this is a mistake of ours, please report it with what follows");
                e.printStackTrace(err);
                yield 70;
            }
        };
    }

    /** The version the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"offlist " + ProgramVersion.text()};
        }
    }
}
