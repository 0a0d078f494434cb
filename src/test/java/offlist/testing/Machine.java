package offlist.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs with processes and mounts of their own, which all end together; where wanted, with a network of their own. Needs root. */
final class Machine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> OWN = List.of("-m", "-p");

    private final Process process;
    private final List<String> own;

    private Machine(Process process, List<String> own) {
        this.process = process;
        this.own = own;
    }

    /**
     * Runs a script of the directory {@code postfix} of resources, and returns when it has said {@code up}.
     *
     * @param more what else is its own, as an option of {@code unshare}: {@code -n} for the network
     */
    static Machine start(Scratch scratch, List<String> more, String script, String... arguments) {
        scratch.write(script, PostfixServer.resource(script));
        List<String> own = Stream.concat(more.stream(), OWN.stream()).toList();
        List<String> command = new ArrayList<>(List.of("unshare"));
        command.addAll(own);
        command.addAll(List.of("--fork", "--mount-proc", "sh", script));
        command.addAll(List.of(arguments));
        Machine machine = new Machine(Program.start(scratch, "machine.log", command), own);
        await().atMost(PATIENCE).until(() -> scratch.read("machine.log").contains("up\n"));
        return machine;
    }

    /** Runs a command inside and returns what it prints. */
    String run(String input, String... command) {
        long first = process.children().findFirst().orElseThrow().pid();
        List<String> whole = new ArrayList<>(List.of("nsenter", "-t", String.valueOf(first)));
        whole.addAll(own);
        whole.addAll(List.of(command));
        try {
            Process entered =
                    new ProcessBuilder(whole).redirectErrorStream(true).start();
            entered.getOutputStream().write(input.getBytes(StandardCharsets.US_ASCII));
            entered.getOutputStream().close();
            String printed = new String(entered.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (entered.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The end of its first process ends all of them. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        Program.stop(process);
    }
}
