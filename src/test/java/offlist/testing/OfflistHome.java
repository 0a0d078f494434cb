package offlist.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The packaged program with a data directory, ports and a configuration of its own. Commands that end are run with
 * {@link #run}, the daemon is started with {@link #start}, also again and again on the same data.
 */
public final class OfflistHome implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    /** A command that is over. */
    public record Ended(int exit, String output) {}

    private final Scratch scratch = Scratch.open("home");
    private final Map<String, String> environment = new TreeMap<>();
    private final List<OfflistProcess> started = new ArrayList<>();
    final int port = FreePorts.next();
    final int managementPort = FreePorts.next();

    public OfflistHome() {
        environment.put("OFFLIST_DATA", scratch.file("data").toString());
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort));
    }

    public Path data() {
        return scratch.file("data");
    }

    /** The port of pages and API. */
    public int port() {
        return port;
    }

    /** The port of metrics and health. */
    public int managementPort() {
        return managementPort;
    }

    /** A file beside the configuration. */
    public Path write(String name, String text) {
        return scratch.write(name, text);
    }

    /** The configuration; changes what a running daemon reads too. */
    public OfflistHome configure(String yaml) {
        write("offlist.yaml", yaml);
        return this;
    }

    public OfflistHome set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Runs a command to its end. It finds the configuration in its working directory. */
    public Ended run(String... arguments) {
        Path log = scratch.file("command.log");
        int exit = pour(log, arguments);
        return new Ended(exit, scratch.read("command.log"));
    }

    /** Runs a command that ends, with all that it prints in a file; returns its exit code. */
    public int pour(Path output, String... arguments) {
        output.toFile().delete();
        Process process = launch(output, arguments);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", arguments) + " did not end, see " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return process.exitValue();
    }

    /** Starts the daemon, or the demo, and waits until it is ready. */
    public OfflistProcess start(String... arguments) {
        OfflistProcess process = launchDaemon(arguments);
        process.awaitReady();
        return process;
    }

    /** Starts the daemon and does not wait. */
    public OfflistProcess launchDaemon(String... arguments) {
        String[] given = arguments.length == 0 ? new String[] {"run"} : arguments;
        OfflistProcess process =
                new OfflistProcess(this, launch(scratch.file("daemon.log"), given), scratch.file("daemon.log"));
        started.add(process);
        return process;
    }

    /** What all daemons of this home have printed. */
    public String log() {
        return scratch.read("daemon.log");
    }

    private Process launch(Path log, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Quick to start; these tests are about what it does, not how fast.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                jar()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(scratch.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("OFFLIST_") || name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jar() {
        Path jar = Path.of(Optional.ofNullable(System.getProperty("offlist.jar"))
                        .orElse("target/quarkus-app/quarkus-run.jar"))
                .toAbsolutePath();
        if (!jar.toFile().exists()) {
            throw new AssertionError(jar + " is missing: ./mvnw -DskipTests package");
        }
        return jar.toString();
    }

    @Override
    public void close() {
        started.forEach(OfflistProcess::kill9);
        scratch.close();
    }
}
