package offlist.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of the system that take part in tests. One that is missing is a failure, as a skipped test proves nothing. */
final class Program {
    private static final List<String> BESIDE_THE_PATH = List.of("/usr/sbin", "/usr/local/sbin", "/sbin");

    private Program() {}

    static String find(String name, String debianPackage) {
        Stream<String> path =
                Arrays.stream(String.valueOf(System.getenv("PATH")).split(":", -1));
        return Stream.concat(path, BESIDE_THE_PATH.stream())
                .filter(place -> !place.isEmpty())
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "this test needs the program " + name + ": apt-get install " + debianPackage));
    }

    static boolean asRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Starts it in the directory; what it prints goes to a file there. */
    static Process start(Scratch scratch, String log, List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .directory(scratch.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(scratch.file(log).toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, and makes it. */
    static void stop(Process process) {
        process.destroy();
        await(process);
        process.destroyForcibly();
        await(process);
    }

    static void await(Process process) {
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
