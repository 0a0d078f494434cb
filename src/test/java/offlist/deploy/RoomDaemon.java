package offlist.deploy;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import offlist.testing.FakeDns;
import offlist.testing.FreePorts;
import offlist.testing.Scratch;

/** The daemon in a room, asked from outside it. */
final class RoomDaemon implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** A pool of one address, and one list that is served on the loopback. */
    static String configuration(FakeDns dns) {
        return """
                interval: 1s
                resolvers: ["127.0.0.1:%d"]
                pools:
                  - {name: outbound, addresses: [192.0.2.10, 192.0.2.11]}
                lists:
                  use: []
                  custom:
                    - {id: house, zone: bl.example}
                """.formatted(dns.port());
    }

    private final Scratch scratch = Scratch.open("daemon");
    private final Path log = scratch.file("daemon.log");
    private final int pages = FreePorts.next();
    private final int management = FreePorts.next();
    private final Process process;

    RoomDaemon(Room room, String user, Map<String, String> environment, List<String> command) {
        Map<String, String> whole = new TreeMap<>(environment);
        whole.put("QUARKUS_HTTP_PORT", String.valueOf(pages));
        whole.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(management));
        process = room.start(user, whole, command, log);
    }

    RoomDaemon awaitReady() {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("ended with " + process.exitValue() + ":\n" + output());
                    }
                    return ready();
                });
        return this;
    }

    private boolean ready() {
        try {
            return get(management, "/health/ready").statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    int managementPort() {
        return management;
    }

    String metrics() {
        return get(management, "/metrics").body();
    }

    /** What {@code POST checks} answers about an address. */
    JsonNode check(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + pages + "/api/v1/checks"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"targets\": [\"" + address + "\"]}"))
                .build();
        try {
            return new ObjectMapper().readTree(send(request).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> get(int port, String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The numeric user and group that the process runs as. */
    String owner() {
        try {
            Path proc = Path.of("/proc", String.valueOf(java()));
            return Files.getAttribute(proc, "unix:uid") + ":" + Files.getAttribute(proc, "unix:gid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that the process has mapped, as the kernel tells. */
    String mapped() {
        return Shell.run(Shell.asRoot(List.of("cat", "/proc/" + java() + "/maps")))
                .demandGood()
                .output();
    }

    /** sudo, where it is needed, stands in front. */
    private long java() {
        return process.descendants()
                .reduce((first, second) -> second)
                .orElse(process.toHandle())
                .pid();
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end; its exit code. */
    int stop() {
        process.destroy();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return process.exitValue();
    }

    @Override
    public void close() {
        stop();
        scratch.close();
    }
}
