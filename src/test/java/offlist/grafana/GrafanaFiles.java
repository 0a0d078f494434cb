package offlist.grafana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the files in {@code grafana/} that are not kept by hand: {@code ./mvnw test -Dtest=GrafanaFilesTest
 * -Dofflist.write=true}.
 */
final class GrafanaFiles {
    static final Path ROOT = Path.of("grafana");

    private static final DefaultPrettyPrinter LAYOUT = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private GrafanaFiles() {}

    static List<Board> boards() {
        return List.of(
                OverviewBoard.board(),
                PoolBoard.board(),
                AddressBoard.board(),
                ListBoard.board(),
                RemovalBoard.board(),
                RecipientsBoard.board(),
                DaemonBoard.board());
    }

    /** Text by place. */
    static Map<Path, String> all() {
        Map<Path, String> files = new TreeMap<>();
        boards().forEach(board ->
                files.put(ROOT.resolve("dashboards").resolve(board.uid() + ".json"), text(board.json())));
        return files;
    }

    static void write() throws IOException {
        for (Map.Entry<Path, String> file : all().entrySet()) {
            Files.createDirectories(file.getKey().toAbsolutePath().getParent());
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    private static String text(JsonNode node) {
        try {
            return new ObjectMapper().writer(LAYOUT).writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
