package offlist.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import offlist.testing.FreePorts;
import offlist.testing.Scrape;
import offlist.testing.Scratch;

/** The daemon that is measured: a process of its own with a data directory and a configuration of its own. */
final class Subject implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** For whoever wants to look inside while it is measured. */
    private static final String PROFILING =
            Optional.ofNullable(System.getenv("OFFLIST_BENCH_JAVA_OPTS")).orElse("");

    private final Scratch scratch;
    private final int management = FreePorts.next();
    private final Process process;
    private final long startedAt;

    /** On data that may be there from before; the folder is the caller's to clear away. */
    Subject(Bed bed, Scratch home, String yaml, String javaOptions) throws IOException {
        scratch = home;
        configure(yaml);
        List<String> command = new ArrayList<>(bed.program());
        command.add("run");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(scratch.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(scratch.file("output.log").toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("OFFLIST_") || name.startsWith("QUARKUS_"));
        environment.put("OFFLIST_DATA", scratch.file("data").toString());
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(FreePorts.next()));
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(management));
        environment.put("OFFLIST_JAVA_OPTS", (javaOptions + " " + PROFILING).strip());
        startedAt = System.nanoTime();
        process = builder.start();
    }

    Subject(Bed bed, String yaml, String javaOptions) throws IOException {
        this(bed, Scratch.open("bench-home"), yaml, javaOptions);
    }

    Subject(Bed bed, String yaml) throws IOException {
        this(bed, yaml, "");
    }

    /** Changes what the running daemon reads. */
    void configure(String yaml) {
        scratch.write("offlist.yaml", yaml);
    }

    /** Of the monotonic clock, when the process was started. */
    long startedAt() {
        return startedAt;
    }

    boolean alive() {
        return process.isAlive();
    }

    String output() {
        return scratch.read("output.log");
    }

    double cpuSeconds() {
        return Proc.cpuSeconds(process.pid());
    }

    double megabytes(String what) {
        return Proc.megabytes(process.pid(), what);
    }

    /** Waits until it answers. */
    void awaitMetrics(Duration patience) {
        await("it answers", patience, () -> metrics(CLIENT, null).statusCode() == 200);
    }

    /** @throws IllegalStateException with what the daemon printed, when it ended or the time is over */
    void await(String what, Duration patience, Question question) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!holds(question)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the daemon ended with " + process.exitValue() + ": " + output());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("in " + patience + " not seen that " + what + ": " + output());
            }
            pause(50);
        }
    }

    /** What may be asked of a daemon that is still starting. */
    interface Question {
        boolean holds() throws IOException, InterruptedException;
    }

    private static boolean holds(Question question) {
        try {
            return question.holds();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Scrape scrape() throws IOException, InterruptedException {
        HttpResponse<byte[]> response = metrics(CLIENT, null);
        return new Scrape(new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A scrape as Prometheus makes it, packed when {@code encoding} says so. */
    HttpResponse<byte[]> metrics(HttpClient client, @org.jspecify.annotations.Nullable String encoding)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/metrics"))
                .timeout(Duration.ofSeconds(30));
        if (encoding != null) {
            request.header("Accept-Encoding", encoding);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Checks that have got an answer or have failed. */
    static double checks(Scrape scrape) {
        return scrape.sum("offlist_checks_total").orElse(0);
    }

    /** Ends the process and leaves its data. */
    void end() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    @Override
    public void close() {
        end();
        scratch.close();
    }
}
