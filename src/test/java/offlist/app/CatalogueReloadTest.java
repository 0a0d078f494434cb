package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.ListId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueReloadTest {
    private static final Catalogue SHIPPED = CatalogueReader.shipped();
    private static final ListId HOUSE = new ListId("house");
    private static final String GOOD = "lists: [{id: house, zone: %s}]\n";

    @TempDir
    Path folder;

    private Path file;
    private Path directory;
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private int taken;

    @BeforeEach
    void write() throws IOException {
        directory = Files.createDirectory(folder.resolve("catalogue"));
        file = Files.writeString(folder.resolve("offlist.yaml"), "catalogue: catalogue\n");
    }

    @Test
    void aNewFileIsTaken() throws IOException {
        SettingsKeeper keeper = keeper();
        put("house.yaml", GOOD.formatted("a.example.com"));
        look(keeper);
        assertEquals("a.example.com", zone(keeper));
        assertEquals(1, taken);
    }

    @Test
    void aChangedFileIsTaken() throws IOException {
        put("house.yaml", GOOD.formatted("a.example.com"));
        SettingsKeeper keeper = keeper();
        assertEquals("a.example.com", zone(keeper));
        put("house.yaml", GOOD.formatted("other.example.com"));
        look(keeper);
        assertEquals("other.example.com", zone(keeper));
    }

    @Test
    void aFileThatGoesTakesItsListsWithIt() throws IOException {
        put("house.yaml", GOOD.formatted("a.example.com"));
        SettingsKeeper keeper = keeper();
        Files.delete(directory.resolve("house.yaml"));
        look(keeper);
        assertThat(keeper.settings().lists().catalogue().list(HOUSE)).isEmpty();
        assertTrue(keeper.successful());
    }

    @Test
    void aWrongFileLeavesEverythingAsItWasUntilItIsMended() throws IOException {
        put("house.yaml", GOOD.formatted("a.example.com"));
        SettingsKeeper keeper = keeper();
        put("more.yaml", "lists: [{id: more}]\n");
        put("house.yaml", GOOD.formatted("other.example.com"));
        look(keeper);
        assertFalse(keeper.successful());
        assertEquals("a.example.com", zone(keeper));
        put("more.yaml", "lists: [{id: more, zone: more.example.com}]\n");
        look(keeper);
        assertTrue(keeper.successful());
        assertEquals("other.example.com", zone(keeper));
    }

    @Test
    void aDirectoryThatWasNamedWronglyIsWatchedToo() throws IOException {
        SettingsKeeper keeper = keeper();
        Files.writeString(file, "catalogue: elsewhere\n");
        look(keeper);
        assertFalse(keeper.successful());
        Files.createDirectory(folder.resolve("elsewhere"));
        look(keeper);
        assertTrue(keeper.successful());
    }

    @Test
    void aConfigMapThatIsSwappedIsTaken() throws IOException {
        version("..1", "a.example.com");
        Files.createSymbolicLink(directory.resolve("..data"), Path.of("..1"));
        Files.createSymbolicLink(directory.resolve("house.yaml"), Path.of("..data/house.yaml"));
        SettingsKeeper keeper = keeper();
        assertEquals("a.example.com", zone(keeper));
        version("..2", "b.example.com");
        Path next = Files.createSymbolicLink(directory.resolve("..data_tmp"), Path.of("..2"));
        Files.move(
                next, directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        look(keeper);
        assertEquals("b.example.com", zone(keeper));
    }

    @Test
    void nothingChangedIsNothingRead() throws IOException {
        put("house.yaml", GOOD.formatted("a.example.com"));
        SettingsKeeper keeper = keeper();
        look(keeper);
        assertEquals(0, taken);
    }

    private void version(String name, String zone) throws IOException {
        Path version = Files.createDirectory(directory.resolve(name));
        Files.writeString(version.resolve("house.yaml"), GOOD.formatted(zone));
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private SettingsKeeper keeper() {
        Loaded loaded = Loaded.load(Optional.of(file), List.of(), SHIPPED);
        return new SettingsKeeper(loaded, SHIPPED, now, settings -> taken++);
    }

    private static String zone(SettingsKeeper keeper) {
        return keeper.settings()
                .lists()
                .catalogue()
                .list(HOUSE)
                .orElseThrow()
                .zone()
                .display();
    }

    private void look(SettingsKeeper keeper) {
        for (int i = 0; i < 3; i++) {
            now = now.plus(Duration.ofSeconds(10));
            keeper.poll(now);
        }
    }
}
