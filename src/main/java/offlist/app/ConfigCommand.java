package offlist.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import offlist.catalogue.CatalogueReader;
import offlist.config.CheckReport;
import offlist.config.SettingsReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Everything about configuration files. */
@Command(
        name = "config",
        description = "Checks configuration files.",
        mixinStandardHelpOptions = true,
        subcommands = ConfigCommand.Check.class)
final class ConfigCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "say what to do: offlist config check [FILE]");
    }

    /** Prints all problems of a file, or the settings that would hold. */
    @Command(
            name = "check",
            description = "Prints all problems of a configuration file with their lines, or the settings that hold.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file to check; else the one in use.")
        private @Nullable Path named;

        @Mixin
        private ConfigOption config = new ConfigOption();

        @CommandLine.Spec
        private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Path file = Optional.ofNullable(named)
                    .or(config::file)
                    .or(Loaded::found)
                    .orElseThrow(
                            () -> new CommandError(
                                    CommandError.Exit.CONFIG,
                                    "there is no configuration file: name one, set OFFLIST_CONFIG, or write offlist.yaml here"));
            CheckReport report = CheckReport.of(file, SettingsReader.read(file, CatalogueReader.shipped()));
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            report.lines().forEach(line -> out.println(Plain.text(line)));
            return report.ok() ? 0 : CommandError.Exit.CONFIG.code();
        }
    }
}
