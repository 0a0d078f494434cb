package offlist.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import offlist.fuzz.FuzzCommand;
import offlist.fuzz.RecordCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./offlist bench}: runs from the sources, as what it measures with is part of the tests. */
@Command(
        name = "offlist bench",
        description = {
            "Measures Offlist on this machine, beside programs that do nothing but ask, and prints a table.",
            "Without a name all parts are measured; keep the machine quiet meanwhile. What each part measures stands in",
            "docs/performance.md. Ends with 0 when everything was measured, whether targets are met or not."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = {FuzzCommand.class, RecordCommand.class})
public final class Bench implements Callable<Integer> {
    private static final int USAGE = 64;
    private static final int FAILED = 70;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "PART",
            description = "What to measure: ${COMPLETION-CANDIDATES}.",
            completionCandidates = PartNames.class)
    private List<String> parts = new ArrayList<>();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there too.")
    private @Nullable Path json;

    /** For the help. */
    static final class PartNames extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        PartNames() {
            super(Parts.names());
        }
    }

    public static void main(String... args) {
        System.exit(execute(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
    }

    static int execute(PrintWriter out, PrintWriter err, String... args) {
        CommandLine command = new CommandLine(new Bench()).setOut(out).setErr(err);
        command.setExitCodeExceptionMapper(e -> USAGE);
        command.setParameterExceptionHandler((e, given) -> {
            err.println("offlist bench: " + e.getMessage());
            return USAGE;
        });
        return command.execute(args);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        List<String> wanted = parts.isEmpty() ? Parts.names() : parts;
        wanted.forEach(name -> demandKnown(command, name));
        demandWritable(command);
        PrintWriter err = command.getErr();
        Bed bed = Bed.launcher(line -> err.println("offlist bench: " + line));
        var machine = Machine.describe(bed);
        List<Figure> figures = new ArrayList<>();
        boolean whole = true;
        for (String name : wanted) {
            whole &= measure(bed, name, figures);
        }
        Report report = new Report(machine, figures);
        command.getOut().print(report.table());
        command.getOut().flush();
        if (json != null) {
            Files.writeString(json, report.json());
        }
        return whole ? 0 : FAILED;
    }

    /** A part that fails does not keep the others from being measured. */
    private static boolean measure(Bed bed, String name, List<Figure> figures) {
        bed.say(name);
        try {
            figures.addAll(Parts.named(name).orElseThrow().measure(bed));
            return true;
        } catch (Exception e) {
            bed.say(name + " could not be measured: " + e);
            figures.add(Figure.of(name, "all of it", Double.NaN, "").noted(String.valueOf(e.getMessage())));
            return false;
        }
    }

    private static void demandKnown(CommandLine command, String name) {
        if (Parts.named(name).isEmpty()) {
            throw new CommandLine.ParameterException(
                    command, "no part `" + name + "`; there are " + String.join(", ", Parts.names()));
        }
    }

    private void demandWritable(CommandLine command) {
        Path parent = json == null ? null : json.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new CommandLine.ParameterException(command, "no directory " + parent + " for the JSON");
        }
    }
}
