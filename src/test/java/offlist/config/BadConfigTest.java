package offlist.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.yaml.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file begins with the exact problems it has, as comments. */
class BadConfigTest {
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/config/bad"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyMistakeIsNamedInTheWordsOfTheFile(Path file) throws IOException {
        List<String> expected = Files.readAllLines(file).stream()
                .takeWhile(line -> line.startsWith("# "))
                .map(line -> line.substring(2))
                .toList();
        Reading.Bad bad = assertInstanceOf(Reading.Bad.class, SettingsReader.read(file, CATALOGUE));
        assertFalse(bad.toString().contains("T0PSECRET"));
        assertEquals(
                String.join("\n", expected),
                String.join("\n", bad.problems().stream().map(Problem::toString).toList()));
    }
}
