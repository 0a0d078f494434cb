package offlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import offlist.catalogue.CatalogueReader;
import offlist.config.Reading;
import offlist.config.SettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents that a newcomer reads first are true. */
class ReadmeTest {
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");

    @TempDir
    private Path folder;

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(Path.of("."));
                Stream<Path> docs = Files.walk(Path.of("docs"));
                Stream<Path> deploy = Files.walk(Path.of("deploy"))) {
            return Stream.concat(top, Stream.concat(docs, deploy))
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList()
                    .stream();
        }
    }

    static Stream<String> configurations() throws IOException {
        return found(YAML, Path.of("README.md")).stream();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aConfigurationInTheReadmeIsOneWithoutProblems(String yaml) throws IOException {
        Files.writeString(folder.resolve("slack-webhook"), "http://127.0.0.1:1/hook");
        Files.writeString(folder.resolve("dqs-key"), "abcdefghijklmnopqrstuvwxyz");

        assertThat(SettingsReader.read(yaml, folder, CatalogueReader.shipped())).isInstanceOf(Reading.Good.class);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatADocumentLinksToIsThere(Path document) throws IOException {
        Path from = document.toAbsolutePath().normalize().getParent();

        assertThat(found(LINK, document))
                .allSatisfy(link -> assertThat(from.resolve(link)).exists());
    }

    @Test
    void theReadmeNamesTheTwoCommandsToBeginWith() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("./offlist demo", "./offlist test");
    }

    private static List<String> found(Pattern pattern, Path document) throws IOException {
        return pattern.matcher(Files.readString(document))
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
