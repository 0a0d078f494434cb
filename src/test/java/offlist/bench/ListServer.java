package offlist.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import offlist.testing.FreePorts;
import offlist.testing.Scratch;
import org.awaitility.Awaitility;

/**
 * rbldnsd as an operator with local copies of the big zones runs it: many zones, no log of questions. The one of the
 * tests writes down each question, which is most of its work.
 */
final class ListServer implements AutoCloseable {
    private static final int ENTRIES = 3_000;
    private static final long SEED = 20_261_122;

    private final Scratch scratch = Scratch.open("bench-lists");
    private final int port = FreePorts.next();
    private final Process process;

    private ListServer(List<List<String>> zones) throws IOException {
        List<String> command = new ArrayList<>(List.of(Tool.need("rbldnsd", "rbldnsd"), "-n", "-c", "1"));
        command.addAll(
                List.of("-b", "127.0.0.1/" + port, "-w", scratch.directory().toString()));
        command.addAll(List.of("-s", "counters"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("-u", "nobody"));
        }
        for (int i = 0; i < zones.size(); i++) {
            scratch.write("zone" + i, String.join("\n", zones.get(i)) + "\n");
            command.add(zone(i) + ":ip4set:zone" + i);
        }
        openCounters();
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(scratch.file("output.log").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> counted() >= 0 || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("rbldnsd did not start: " + scratch.read("output.log"));
        }
    }

    private void openCounters() throws IOException {
        Files.createFile(scratch.file("counters"));
        Files.setPosixFilePermissions(scratch.file("counters"), PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    /** A few thousand entries in each zone, none of them in 10.0.0.0/8. */
    static ListServer ofZones(int zones) throws IOException {
        Random random = new Random(SEED);
        return new ListServer(
                IntStream.range(0, zones).mapToObj(i -> entries(random)).toList());
    }

    /** Zones that all list these addresses too. */
    static ListServer listing(int zones, List<String> addresses) throws IOException {
        Random random = new Random(SEED);
        return new ListServer(IntStream.range(0, zones)
                .mapToObj(i -> {
                    List<String> all = entries(random);
                    addresses.forEach(address -> all.add(address + " :127.0.0.2:seen sending mail nobody asked for"));
                    return all;
                })
                .toList());
    }

    private static List<String> entries(Random random) {
        List<String> lines = new ArrayList<>(List.of("127.0.0.2 :127.0.0.2:the test entry of RFC 5782"));
        for (int i = 0; i < ENTRIES; i++) {
            lines.add("172.%d.%d.%d :127.0.0.2:seen"
                    .formatted(16 + random.nextInt(16), random.nextInt(256), 1 + random.nextInt(254)));
        }
        return lines;
    }

    static String zone(int number) {
        return "z%02d.bench.example".formatted(number);
    }

    int port() {
        return port;
    }

    double cpuSeconds() {
        return Proc.cpuSeconds(process.pid());
    }

    /** Questions that did not fit into its socket's buffer. */
    long drops() {
        return Proc.drops(port);
    }

    /** Questions it has answered, as it writes down each second; negative before the first time. */
    long counted() {
        return counted(scratch.read("counters"));
    }

    static long counted(String counters) {
        return counters.lines()
                .filter(line -> line.contains(" *:"))
                .mapToLong(line ->
                        Long.parseLong(line.substring(line.lastIndexOf('*') + 2).split(":", 2)[0]))
                .reduce(-1, (before, after) -> after);
    }

    Path directory() {
        return scratch.directory();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        scratch.close();
    }
}
