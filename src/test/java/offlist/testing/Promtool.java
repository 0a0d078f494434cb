package offlist.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prometheus' own checker, from the Debian package {@code prometheus}. */
public final class Promtool {
    private Promtool() {}

    /** What {@code promtool check metrics} says about a scrape; empty when it is content. */
    public static String complaints(String scrape) {
        return run(scrape, "check", "metrics");
    }

    /** What {@code promtool check rules} says about a file of rules; empty when it is content. */
    public static String rules(String yaml) {
        try (Scratch scratch = Scratch.open("rules")) {
            return failure("check", "rules", scratch.write("rules.yml", yaml).toString());
        }
    }

    /** What {@code promtool test rules} says about a file of tests beside its rules; empty when all pass. */
    public static String tests(Path file) {
        return failure("test", "rules", file.toString());
    }

    /** What {@code promtool check config} says about a configuration of Prometheus; empty when it is content. */
    public static String config(Path file) {
        return failure("check", "config", file.toString());
    }

    private static String failure(String... arguments) {
        Ended ended = start("", arguments);
        return ended.status() == 0 ? "" : "promtool ended with " + ended.status() + ": " + ended.said();
    }

    private static String run(String input, String... arguments) {
        Ended ended = start(input, arguments);
        return ended.said().isBlank() && ended.status() != 0 ? "promtool ended with " + ended.status() : ended.said();
    }

    private record Ended(int status, String said) {}

    private static Ended start(String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException("promtool is needed: apt-get install prometheus", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
