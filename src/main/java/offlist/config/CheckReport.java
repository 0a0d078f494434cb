package offlist.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import offlist.yaml.Problem;

/**
 * What {@code offlist config check} prints, and what the daemon prints when it refuses a file.
 *
 * @param ok whether the file would be taken
 */
public record CheckReport(boolean ok, List<String> lines) {
    public CheckReport {
        lines = List.copyOf(lines);
    }

    /** The problems and warnings of a file, or the settings that would hold. */
    public static CheckReport of(Path file, Reading reading) {
        List<String> lines = new ArrayList<>();
        switch (reading) {
            case Reading.Bad bad -> {
                int count = bad.problems().size();
                lines.add(file + ": " + (count == 1 ? "1 problem" : count + " problems"));
                bad.problems().forEach(problem -> lines.add("  " + problem));
            }
            case Reading.Good good -> {
                lines.add(file + ": OK");
                good.further()
                        .ifPresent(
                                further -> lines.add("  catalogue: " + further.directory() + ", " + further.words()));
                EffectiveSettings.lines(good.settings()).forEach(line -> lines.add("  " + line));
            }
        }
        for (Problem warning : reading.warnings()) {
            lines.add("  warning: " + warning);
        }
        return new CheckReport(reading instanceof Reading.Good, lines);
    }
}
