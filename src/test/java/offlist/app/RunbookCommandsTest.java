package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody at three in the morning types what a runbook says: it has to be a command. */
class RunbookCommandsTest {
    private static final Path RUNBOOKS = Path.of("docs/runbooks");
    private static final Pattern SPAN = Pattern.compile("`(?:\\./)?offlist ([^`]+)`");
    private static final Pattern LINE = Pattern.compile("(?m)^ *offlist (\\S.*)$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    static Stream<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        try (Stream<Path> pages = Files.list(RUNBOOKS)) {
            for (Path page : pages.sorted().toList()) {
                String text = Files.readString(page);
                Stream.of(SPAN, LINE)
                        .flatMap(form -> form.matcher(text).results())
                        .map((MatchResult found) -> found.group(1))
                        .forEach(commands::add);
            }
        }
        return commands.stream().distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandInARunbookIsOne(String command) {
        String[] words = WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .map(RunbookCommandsTest::example)
                .toArray(String[]::new);

        assertThat(Main.commandLine().parseArgs(words).errors()).isEmpty();
        assertThat(words[0]).isIn(Main.commandLine().getSubcommands().keySet());
    }

    /** What stands for something has to look like it where the command reads more than text. */
    private static String example(String word) {
        return word.replace("ADDRESS", "192.0.2.10").replace("LIST", "spamcop");
    }
}
