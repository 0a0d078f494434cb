package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import offlist.app.StoryTable.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way over the real wire for each cell; see {@link StoryTable}. */
class StoryTableTest {
    private static final Path PRINTED = Path.of("target/verdict-table.txt");
    private static final int AT_ONCE = 6;

    @TempDir
    private Path directory;

    @Test
    void everyCellIsRight() throws Exception {
        Map<Cell, String> lived = live();
        String table = StoryTable.print(lived);
        Files.createDirectories(PRINTED.getParent());
        Files.writeString(PRINTED, table);
        System.out.println(table);
        List<String> wrong = StoryTable.cells().stream()
                .filter(cell -> !cell.wanted().equals(lived.get(cell)))
                .map(cell -> cell + "\n  must be: " + cell.wanted() + "\n  but is:  " + lived.get(cell))
                .toList();
        assertThat(wrong).isEmpty();
    }

    /** Most of the time goes by waiting for answers that do not come. */
    private Map<Cell, String> live() throws Exception {
        Map<Cell, String> lived = new ConcurrentHashMap<>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> all = StoryTable.cells().stream()
                    .<Future<?>>map(cell -> threads.submit(() -> {
                        lived.put(cell, cell.lived(Files.createTempDirectory(directory, "cell")));
                        return null;
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
        return lived;
    }

    @Test
    void theDocumentShowsTheSameTable() throws Exception {
        Map<Cell, String> right =
                StoryTable.cells().stream().collect(java.util.stream.Collectors.toMap(cell -> cell, Cell::wanted));

        assertThat(Files.readString(Path.of("docs/verdicts.md"))).contains(StoryTable.print(right));
    }
}
