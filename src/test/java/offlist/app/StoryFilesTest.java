package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every story in {@code src/test/resources/scenarios} goes as it is written, and tells nothing else. */
class StoryFilesTest {
    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");

    @TempDir
    private Path directory;

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(SCENARIOS)) {
            return all.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> theStoryGoesAsItIsWritten() throws IOException {
        return files().stream().flatMap(this::tales);
    }

    private Stream<DynamicTest> tales(Path path) {
        String name = path.getFileName().toString();
        StoryFile file = StoryFile.parse(name, text(path));
        return file.tales().stream()
                .map(tale -> DynamicTest.dynamicTest(
                        (name.replace(".txt", "") + " " + tale.title()).strip(),
                        path.toUri(),
                        () -> StoryPlay.play(name, tale, Files.createTempDirectory(directory, "story"))));
    }

    @Test
    void everyFileSaysFirstWhatItProves() throws IOException {
        assertThat(files())
                .hasSizeGreaterThan(20)
                .allSatisfy(file -> assertThat(text(file)).startsWith("# "));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
