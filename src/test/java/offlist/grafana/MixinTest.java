package offlist.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** As far as it can be told without a jsonnet. */
class MixinTest {
    private static final Path MIXIN = Path.of("grafana/mixin.libsonnet");
    private static final Pattern IMPORT = Pattern.compile("\\bimport(?:str)? '([^']+)'");
    private static final Map<Character, Character> PAIRS = Map.of(')', '(', ']', '[', '}', '{');

    private static List<String> imports() throws IOException {
        return IMPORT.matcher(Files.readString(MIXIN))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void whatItImportsIsBesideItOrInTheLibraryPath() throws IOException {
        assertThat(imports())
                .contains("prometheus/alerts.yml", "prometheus/recording.yml")
                .allSatisfy(path -> assertThat(
                                Stream.of(Path.of("grafana"), Path.of("deploy")).map(folder -> folder.resolve(path)))
                        .anyMatch(Files::exists));
    }

    @Test
    void itHasEveryDashboard() throws IOException {
        try (Stream<Path> boards = Files.list(Path.of("grafana/dashboards"))) {
            assertThat(imports())
                    .containsAll(boards.map(board -> "dashboards/" + board.getFileName())
                            .toList());
        }
    }

    @Test
    void itsBracketsMatch() throws IOException {
        String code = Files.readString(MIXIN).replaceAll("//.*", "").replaceAll("'[^'\n]*'", "");
        Deque<Character> open = new ArrayDeque<>();
        for (char c : code.toCharArray()) {
            if (PAIRS.containsValue(c)) {
                open.push(c);
            } else if (PAIRS.containsKey(c)) {
                assertThat(open.poll()).isEqualTo(PAIRS.get(c));
            }
        }
        assertThat(open).isEmpty();
        assertThat(code).doesNotContain("'");
    }
}
