package offlist.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import offlist.yaml.Problems;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each file has one mistake; its first line is the exact message. */
class BadCatalogueTest {

    private static final Path FILES = Path.of("src/test/resources/catalogue/bad");

    @TestFactory
    Stream<DynamicTest> everyMistakeIsToldInOneSentenceWithItsLine() throws IOException {
        return Files.list(FILES)
                .sorted()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> oneMessage(file)));
    }

    private static void oneMessage(Path file) throws IOException {
        String text = Files.readString(file);
        Problems problems = new Problems();
        CatalogueReader.only("bad.yaml", text, problems);
        assertEquals(text.lines().findFirst().orElseThrow().substring(2), problems.toString());
    }
}
