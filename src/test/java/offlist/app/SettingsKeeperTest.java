package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import offlist.catalogue.CatalogueReader;
import offlist.config.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsKeeperTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path folder;

    private final List<String> taken = new ArrayList<>();
    private Path file;
    private Instant now = START;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("offlist.yaml"), "interval: 10m\n");
    }

    @Test
    void aChangedFileIsTaken() throws IOException {
        SettingsKeeper keeper = keeper(settings -> {});
        change(keeper, "interval: 20m\n");
        assertTrue(keeper.successful());
        assertEquals(List.of("PT20M"), taken);
        assertThat(keeper.takenAt()).isAfter(START);
    }

    @Test
    void aWrongFileIsNotTaken() throws IOException {
        SettingsKeeper keeper = keeper(settings -> {});
        change(keeper, "intervall: 20m\n");
        assertFalse(keeper.successful());
        assertEquals(Duration.ofMinutes(10), keeper.settings().interval().orElseThrow());
        assertEquals(List.of(), taken);
        assertEquals(START, keeper.takenAt());
    }

    @Test
    void aMistakeWhileTakingLeavesTheOldOnesInForce() throws IOException {
        SettingsKeeper keeper = keeper(settings -> {
            if (settings.interval().orElseThrow().equals(Duration.ofMinutes(20))) {
                throw new IllegalStateException("half way");
            }
        });
        change(keeper, "interval: 20m\n");
        assertFalse(keeper.successful());
        assertEquals(Duration.ofMinutes(10), keeper.settings().interval().orElseThrow());
        assertEquals(List.of("PT20M", "PT10M"), taken);
        assertEquals(START, keeper.takenAt());
        change(keeper, "interval: 30m\n");
        assertTrue(keeper.successful());
        assertEquals(Duration.ofMinutes(30), keeper.settings().interval().orElseThrow());
    }

    @Test
    void aMistakeThatMeetsTheOldOnesTooDoesNotEndTheWatching() throws IOException {
        SettingsKeeper keeper = keeper(settings -> {
            if (settings.interval().orElseThrow().compareTo(Duration.ofMinutes(30)) < 0) {
                throw new IllegalStateException("always");
            }
        });
        change(keeper, "interval: 20m\n");
        assertFalse(keeper.successful());
        assertEquals(Duration.ofMinutes(10), keeper.settings().interval().orElseThrow());
        change(keeper, "interval: 30m\n");
        assertTrue(keeper.successful());
    }

    private SettingsKeeper keeper(Consumer<Settings> more) {
        Loaded loaded = Loaded.load(Optional.of(file), List.of(), CatalogueReader.shipped());
        return new SettingsKeeper(loaded, CatalogueReader.shipped(), START, settings -> {
            taken.add(settings.interval().orElseThrow().toString());
            more.accept(settings);
        });
    }

    /** Files are as old as the machine's clock says, so the looks are hours later. */
    private void change(SettingsKeeper keeper, String text) throws IOException {
        Files.writeString(file, text);
        for (int i = 0; i < 3; i++) {
            now = now.plus(Duration.ofSeconds(10));
            keeper.poll(now);
        }
    }
}
