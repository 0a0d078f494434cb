package offlist.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The daemon. */
@Command(
        name = "run",
        description = "Runs the daemon. Addresses or ranges given here are a pool of their own, no file needed.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "ADDRESS", description = "Addresses, ranges or CIDRs to watch.")
    private List<String> addresses = new ArrayList<>();

    @Mixin
    private ConfigOption config = new ConfigOption();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        Catalogue catalogue = CatalogueReader.shipped();
        Loaded loaded = Loaded.load(config.file(), addresses, catalogue);
        if (loaded.file().isEmpty() && addresses.isEmpty()) {
            throw new CommandError(
                    CommandError.Exit.CONFIG,
                    "nothing to watch: name addresses (offlist run 192.0.2.10), or write a configuration file, see"
                            + " docs/configuration.md");
        }
        loaded.warnings().forEach(warning -> command.getErr().println("warning: " + warning));
        Ports.demandFree();
        Boot.prepare(loaded, catalogue, DataDirectory.path(), Optional.empty());
        return framework();
    }

    /** Runs until the process is told to stop. */
    static int framework() {
        Logger.getLogger("").setLevel(Level.INFO);
        AtomicInteger exit = new AtomicInteger();
        Quarkus.run(Forever.class, (code, failure) -> exit.set(code));
        return exit.get();
    }

    /** Waits for the end. */
    public static final class Forever implements QuarkusApplication {
        @Override
        public int run(String... args) {
            Quarkus.waitForExit();
            return 0;
        }
    }
}
