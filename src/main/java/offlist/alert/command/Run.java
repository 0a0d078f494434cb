package offlist.alert.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One run of a program, killed with all it has started when it takes too long. */
final class Run implements AutoCloseable {
    private static final int LOOK_MILLIS = 20;
    private static final int CHUNK = 8 * 1024;
    private static final int KEPT = 4 * 1024;
    /** A program that never stops talking does not keep us from looking at the time. */
    private static final int MOST_CHUNKS = 32;

    private final Process process;
    private final byte[] said = new byte[KEPT];
    private int length;

    /** @param environment all of it: nothing of the daemon's own is handed on */
    Run(List<String> command, Map<String, String> environment, Path input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** The exit status; empty when the program did not end in time. */
    OptionalInt await(Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            listen();
            if (System.nanoTime() - end > 0) {
                return OptionalInt.empty();
            }
        }
        listen();
        return OptionalInt.of(process.exitValue());
    }

    private void listen() throws IOException {
        InputStream errors = process.getErrorStream();
        byte[] chunk = new byte[CHUNK];
        for (int i = 0; i < MOST_CHUNKS && errors.available() > 0; i++) {
            int read = errors.read(chunk, 0, Math.min(CHUNK, errors.available()));
            int kept = Math.min(Math.max(read, 0), KEPT - length);
            System.arraycopy(chunk, 0, said, length, kept);
            length += kept;
        }
    }

    /** The first line the program wrote to its standard error. */
    String firstWords() {
        return new String(said, 0, length, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        // Children first seen, then the parent: afterwards they are nobody's children any more.
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
