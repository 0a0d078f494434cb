package offlist.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.demo.Demo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole thing on one machine with nothing to configure. */
@Command(
        name = "demo",
        description = "Shows everything on this machine: demo lists over real DNS, listings that come and go, alerts.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--seed", hidden = true, description = "The same seed tells the same story.")
    private long seed = 1;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Catalogue catalogue = CatalogueReader.shipped();
        Ports.takeFree();
        Path data = Files.createTempDirectory("offlist-demo");
        // A signal ends the process without coming back here.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(data), "offlist-tidy"));
        try (Demo demo = Demo.start(InstantSource.system(), ZoneId.systemDefault(), seed)) {
            Boot.prepare(
                    Loaded.ofText(demo.settings(), catalogue), catalogue, data, Optional.of(line -> tell(out, line)));
            greet(out, data);
            Worker narrator = new Worker("narrator", java.time.Duration.ofMillis(500), () -> {
                        demo.narrate(Instant.now()).forEach(line -> tell(out, line));
                        return 0;
                    })
                    .start();
            int exit = RunCommand.framework();
            narrator.close();
            return exit;
        }
    }

    private static void greet(PrintWriter out, Path data) {
        tell(out, "Offlist demo: a small pool, demo lists served on this machine over real DNS. Ctrl-C ends it.");
        int pages = Ports.port("quarkus.http", Ports.PAGES);
        String there = pages == Ports.PAGES ? "" : "QUARKUS_HTTP_PORT=" + pages + " ";
        tell(out, "  pages    http://127.0.0.1:" + pages + "/");
        tell(out, "  metrics  http://127.0.0.1:" + Ports.port("quarkus.management", Ports.MANAGEMENT) + "/metrics");
        tell(out, "  records  " + data + ", removed at the end");
        tell(out, "  try      " + there + "./offlist tasks   in another terminal");
    }

    private static synchronized void tell(PrintWriter out, String line) {
        out.println(Plain.text(line));
        out.flush();
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(DemoCommand::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
