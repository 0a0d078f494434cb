package offlist.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Prometheus' Alertmanager, and its {@code amtool}, from the Debian package {@code prometheus-alertmanager}. */
public final class Alertmanager implements AutoCloseable {
    private static final String PACKAGE = "prometheus-alertmanager";

    private final Scratch scratch = Scratch.open("alertmanager");
    private final String url = "http://127.0.0.1:" + FreePorts.next();
    private final Process process;

    private Alertmanager() {
        scratch.write("alertmanager.yml", "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
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
        Alertmanager server = new Alertmanager();
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> server.amtool("config", "show").contains("nobody"));
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

    private String amtool(String... arguments) {
        List<String> command = new java.util.ArrayList<>(
                List.of(Program.find("amtool", PACKAGE), "--alertmanager.url=" + url, "--timeout=5s"));
        command.addAll(List.of(arguments));
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
