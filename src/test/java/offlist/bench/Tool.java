package offlist.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program of the machine that is run to its end, with what it printed and the processor time it took. */
record Tool(int exit, String output, double cpuSeconds) {
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([0-9.]+)s (\\d+)m([0-9.]+)s\\s*$");

    /** Where it lies, also where Debian puts servers and a plain user's PATH does not look. */
    static Optional<String> find(String name) {
        Stream<String> path =
                Arrays.stream(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1));
        return Stream.concat(path, Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(place -> !place.isEmpty())
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    static String need(String name, String debianPackage) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("this part needs the program " + name + ", Debian package "
                        + debianPackage + ", which ./offlist bench could not install"));
    }

    /** A shell waits for it, as only a parent is told what a process took in all. */
    static Tool run(Path directory, long patienceSeconds, List<String> command)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile(directory, "tool", ".log");
        List<String> shell = new ArrayList<>(List.of("sh", "-c", "\"$@\"; code=$?; times; exit $code", "sh"));
        shell.addAll(command);
        Process process = new ProcessBuilder(shell)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IllegalStateException(command.getFirst() + " did not end: " + Files.readString(log));
        }
        String output = Files.readString(log);
        return new Tool(process.exitValue(), output, childrenSeconds(output));
    }

    /** The last line that the shell's {@code times} prints: user and system time of its children. */
    static double childrenSeconds(String output) {
        return TIMES.matcher(output)
                .results()
                .mapToDouble(found -> seconds(found, 1) + seconds(found, 3))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double seconds(MatchResult found, int group) {
        return Integer.parseInt(found.group(group)) * 60 + Double.parseDouble(found.group(group + 1));
    }
}
