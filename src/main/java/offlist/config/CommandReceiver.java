package offlist.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import offlist.alert.ReceiverSettings;
import offlist.yaml.YamlMap;

/**
 * Reads the section {@code command}. Whoever may write the configuration may not by that run programs as the daemon: who
 * starts it has to allow it.
 */
final class CommandReceiver {
    static final String ALLOWED = "OFFLIST_ALLOW_COMMANDS";

    private CommandReceiver() {}

    static Optional<ReceiverSettings> read(String name, YamlMap section) {
        return read(name, section, "true".equals(System.getenv(ALLOWED)));
    }

    static Optional<ReceiverSettings> read(String name, YamlMap section, boolean allowed) {
        section.needs("run");
        List<String> run = section.texts("run");
        if (section.has("run") && (run.isEmpty() || !isProgram(run.getFirst()))) {
            section.problem("run", "the path of a program that can be run is wanted first, then its arguments");
        }
        Duration timeout = Bounds.duration(section, "timeout", Duration.ofSeconds(1), Duration.ofMinutes(10))
                .orElse(Duration.ofSeconds(30));
        if (!allowed) {
            section.problems()
                    .add(
                            section,
                            "commands are run only by a daemon that is started with `" + ALLOWED
                                    + "=true` in its environment");
        }
        section.done();
        return run.isEmpty() ? Optional.empty() : Optional.of(new ReceiverSettings.Command(name, run, timeout));
    }

    private static boolean isProgram(String text) {
        return text.startsWith("/") && text.indexOf('\0') < 0 && Files.isExecutable(Path.of(text));
    }
}
