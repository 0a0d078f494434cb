package offlist.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GrafanaFilesTest {
    @BeforeAll
    static void writesThemWhenTold() throws IOException {
        if (Boolean.getBoolean("offlist.write")) {
            GrafanaFiles.write();
        }
    }

    @Test
    void theFilesAreThoseOfTheProgram() throws IOException {
        for (Map.Entry<Path, String> file : GrafanaFiles.all().entrySet()) {
            assertThat(file.getKey()).as("written with -Dofflist.write=true").hasContent(file.getValue());
        }
    }

    @Test
    void noOtherDashboardLiesAbout() throws IOException {
        try (Stream<Path> files = Files.list(GrafanaFiles.ROOT.resolve("dashboards"))) {
            List<Path> expected = GrafanaFiles.all().keySet().stream()
                    .filter(path -> path.toString().contains("dashboards"))
                    .toList();
            assertThat(files).containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
