package offlist.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import offlist.yaml.Problems;
import offlist.yaml.YamlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a catalogue file in the document does what the document says. */
class CatalogueFilesDocTest {
    private static final Pattern EXAMPLE = Pattern.compile("``` yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void theExampleHolds() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(Path.of("docs/configuration.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        Files.writeString(directory.resolve("2026-11.yaml"), examples.getFirst());
        Problems problems = new Problems();
        FurtherFiles further =
                CatalogueReader.over(CatalogueReader.shipped(), directory, YamlText.given("catalogue", "x"), problems);
        assertEquals("", problems.toString());
        assertEquals("1 file; adds partner, partner-traps; withdraws zapbl-ip", further.words());
        assertThat(Selection.of(further.catalogue(), ListChoice.usual(), problems)
                        .asked(new ListId("partner")))
                .isPresent();
    }
}
