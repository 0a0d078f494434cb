package offlist.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a part measures with.
 *
 * @param program the command line that starts Offlist, without its arguments
 * @param say one line about what is being done, for whoever waits
 */
public record Bed(List<String> program, Consumer<String> say) {
    public Bed {
        program = List.copyOf(program);
    }

    /** As a user starts it. */
    static Bed launcher(Consumer<String> say) {
        return new Bed(List.of(Path.of("offlist").toAbsolutePath().toString()), say);
    }

    void say(String line) {
        say.accept(line);
    }
}
