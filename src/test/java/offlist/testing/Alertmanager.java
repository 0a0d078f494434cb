package offlist.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prometheus' Alertmanager, and its {@code amtool}, from the Debian package {@code prometheus-alertmanager}. */
public final class Alertmanager implements AutoCloseable {
    private static final String PACKAGE = "prometheus-alertmanager";

    private final Scratch scratch = Scratch.open("alertmanager");
    private final String url = "http://127.0.0.1:" + FreePorts.next();
    private final Process process;

    private Alertmanager(String configuration) {
        scratch.write("alertmanager.yml", configuration);
        process = Program.start(
                scratch,
                "output.log",
                List.of(
                        Program.find(PACKAGE, PACKAGE),
                        "--config.file=" + scratch.file("alertmanager.yml"),
                        "--storage.path=" + scratch.file("data"),
                        "--cluster.listen-address=",
                        "--web.listen-address=" + url.substring("http://".length())));
    }

    /** Alone, with nobody to tell. */
    public static Alertmanager start() {
        return start("route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
    }

    /** Alone, with a configuration in YAML that leads nowhere beyond the loopback. */
    public static Alertmanager start(String configuration) {
        Alertmanager server = new Alertmanager(configuration);
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> server.amtool("config", "show").contains("receivers:"));
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            throw new AssertionError("the Alertmanager did not start: " + server.scratch.read("output.log"), e);
        }
        return server;
    }

    public String url() {
        return url;
    }

    /** The firing alerts that match, as {@code amtool} shows them with all their labels and annotations. */
    public String alerts(String matcher) {
        return amtool("alert", "query", "-o", "extended", matcher);
    }

    /** The receivers of an alert by a file of configuration, as {@code amtool} names them with commas between. */
    public static String receivers(Path configuration, Map<String, String> labels) {
        List<String> command = new ArrayList<>(
                List.of(Program.find("amtool", PACKAGE), "config", "routes", "test", "--config.file=" + configuration));
        labels.forEach((name, value) -> command.add(name + "=" + value));
        // It warns of a configuration of its own first, where the machine has one.
        return run(command).lines().reduce("", (before, line) -> line).strip();
    }

    private String amtool(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(Program.find("amtool", PACKAGE), "--alertmanager.url=" + url, "--timeout=5s"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static String run(List<String> command) {
        try {
            Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Program.stop(process);
        scratch.close();
    }
}
