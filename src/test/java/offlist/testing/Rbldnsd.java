package offlist.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The list server that many public lists run, from the Debian package {@code rbldnsd}, with zones that can be edited. An
 * edit is served within about a second, which is how often rbldnsd looks at its files.
 *
 * <pre>{@code
 * try (Rbldnsd lists = Rbldnsd.serving("one.example")) {
 *     lists.list("one.example", "192.0.2.10", "127.0.0.2", "seen spam");
 *     lists.stop();
 *     lists.start();
 *     lists.unlist("one.example", "192.0.2.10");
 * }
 * }</pre>
 */
public final class Rbldnsd implements AutoCloseable {
    private static final String TEST_POINT = "127.0.0.2 :127.0.0.2:the test entry of RFC 5782\n";
    private static final String QUESTIONS = "questions.log";

    private final Scratch scratch = Scratch.open("rbldnsd");
    private final int port = FreePorts.next();
    private final Map<String, Map<String, String>> zones = new LinkedHashMap<>();
    private final String program = Program.find("rbldnsd", "rbldnsd");
    private final List<String> datasets = new ArrayList<>();
    private long stamp = 1_000_000_000;
    private @Nullable Process process;

    private Rbldnsd() {}

    /** Serves these zones, empty but for their test entries. */
    public static Rbldnsd serving(String... zones) {
        Rbldnsd server = new Rbldnsd();
        for (String zone : zones) {
            server.zones.put(zone, new TreeMap<>());
            server.save(zone);
        }
        server.start();
        return server;
    }

    public int port() {
        return port;
    }

    /** As a resolver is named in a configuration. */
    public String resolver() {
        return "127.0.0.1:" + port;
    }

    public synchronized void list(String zone, String address, String code, String text) {
        entries(zone).put(address, ":" + code + ":" + text);
        save(zone);
    }

    public synchronized void unlist(String zone, String address) {
        entries(zone).remove(address);
        save(zone);
    }

    /**
     * A zone, or more entries of one, in a dataset of another type, such as {@code ip6trie} and {@code dnset}, as
     * rbldnsd reads it. Served from the next {@link #start()} on.
     */
    public synchronized Rbldnsd dataset(String zone, String type, String lines) {
        String file = "dataset-" + datasets.size();
        scratch.write(file, lines + "\n");
        datasets.add(zone + ":" + type + ":" + file);
        return this;
    }

    private Map<String, String> entries(String zone) {
        Map<String, String> entries = zones.get(zone);
        if (entries == null) {
            throw new IllegalArgumentException("no zone " + zone);
        }
        return entries;
    }

    private void save(String zone) {
        StringBuilder text = new StringBuilder(TEST_POINT);
        entries(zone)
                .forEach((address, entry) ->
                        text.append(address).append(' ').append(entry).append('\n'));
        try {
            // rbldnsd sees a change by the second of the file's time, and tests edit more than once a second.
            Files.setLastModifiedTime(
                    scratch.write(zone, text.toString()), FileTime.from(java.time.Instant.ofEpochSecond(stamp++)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves again, on the same port, what the zones hold by now. */
    public void start() {
        List<String> command = new ArrayList<>(List.of(program, "-n", "-b", "127.0.0.1/" + port, "-c", "1"));
        command.addAll(List.of("-w", scratch.directory().toString(), "-l", "+" + QUESTIONS));
        if (Program.asRoot()) {
            command.addAll(List.of("-u", "nobody"));
        }
        zones.keySet().forEach(zone -> command.add(zone + ":ip4set:" + zone));
        command.addAll(datasets);
        openLog();
        process = Program.start(scratch, "output.log", command);
        String known = "2.0.0.127." + zones.keySet().iterator().next();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> Digger.finds(port, known));
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            throw new AssertionError("rbldnsd did not start: " + scratch.read("output.log"), e);
        }
    }

    private void openLog() {
        try {
            if (!Files.exists(scratch.file(QUESTIONS))) {
                Files.createFile(scratch.file(QUESTIONS));
            }
            Files.setPosixFilePermissions(scratch.file(QUESTIONS), PosixFilePermissions.fromString("rw-rw-rw-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void stop() {
        if (process != null) {
            Program.stop(process);
        }
    }

    /** How often a zone was asked about an IPv4 address so far. */
    public long asked(String zone, String address) {
        // Questions leave in mixed case.
        String name = (" " + reversed(address) + "." + zone + " a in").toLowerCase(Locale.ROOT);
        return scratch.read(QUESTIONS)
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains(name))
                .count();
    }

    /** Whether it answers that the IPv4 address is listed: an edit is served a moment later. */
    public boolean serves(String zone, String address) {
        List<String> octets = new ArrayList<>(List.of(address.split("\\.", -1)));
        return Digger.finds(port, String.join(".", octets.reversed()) + "." + zone);
    }

    /** How many questions about its zones it was asked so far. */
    public long questions() {
        return scratch.read(QUESTIONS)
                .lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> zones.keySet().stream().anyMatch(zone -> line.contains("." + zone + " ")))
                .count();
    }

    private static String reversed(String address) {
        return String.join(".", List.of(address.split("\\.")).reversed());
    }

    @Override
    public void close() {
        stop();
        scratch.close();
    }
}
