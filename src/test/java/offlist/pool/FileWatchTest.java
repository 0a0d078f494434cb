package offlist.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import offlist.testing.ManualClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private final FileWatch watch = new FileWatch();
    private Path file = Path.of("");

    @BeforeEach
    void watchOneFile() throws IOException {
        file = folder.resolve("pool.txt");
        write(file, "192.0.2.1\n", NOON.minusSeconds(60));
        watch.watch(List.of(file));
    }

    @Test
    void nothingChangedIsNothing() {
        assertEquals(Set.of(), watch.poll(NOON));
    }

    @Test
    void aChangeIsReportedOnceWhenTheFileIsAtRest() throws IOException {
        write(file, "192.0.2.2\n", NOON);
        assertEquals(Set.of(), watch.poll(NOON));
        assertEquals(Set.of(file), watch.poll(NOON.plusSeconds(1)));
        assertEquals(Set.of(), watch.poll(NOON.plusSeconds(2)));
    }

    @Test
    void aFileWrittenAWhileAgoIsReportedAtOnce() throws IOException {
        write(file, "192.0.2.2\n", NOON.minusSeconds(1));
        assertEquals(Set.of(file), watch.poll(NOON));
    }

    @Test
    void aFileThatIsBeingWrittenIsLeftAloneForAWhile() throws IOException {
        for (int second = 0; second < 5; second++) {
            write(file, "192.0.2.2\n".repeat(second + 2), NOON.plusSeconds(second));
            assertEquals(Set.of(), watch.poll(NOON.plusSeconds(second)));
        }
        write(file, "192.0.2.2\n".repeat(9), NOON.plusSeconds(5));
        assertEquals(Set.of(file), watch.poll(NOON.plusSeconds(5)));
    }

    @Test
    void aFileRenamedIntoPlaceIsSeenThoughSizeAndTimeAreTheSame() throws IOException {
        Path other = folder.resolve("pool.txt.new");
        write(other, "192.0.2.2\n", NOON.minusSeconds(60));
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(Set.of(file), watch.poll(NOON));
    }

    @Test
    void aLinkThatPointsElsewhereIsSeen() throws IOException {
        Path one = Files.createDirectory(folder.resolve("..one"));
        Path two = Files.createDirectory(folder.resolve("..two"));
        write(one.resolve("p.txt"), "192.0.2.1\n", NOON.minusSeconds(60));
        write(two.resolve("p.txt"), "192.0.2.2\n", NOON.minusSeconds(60));
        Path current = Files.createSymbolicLink(folder.resolve("..data"), one);
        Path mounted = Files.createSymbolicLink(folder.resolve("p.txt"), Path.of("..data/p.txt"));
        watch.watch(List.of(mounted));
        Files.delete(current);
        Files.createSymbolicLink(folder.resolve("..data"), two);
        assertEquals(Set.of(mounted), watch.poll(NOON));
    }

    @Test
    void goingAndComingBackAreChanges() throws IOException {
        Files.delete(file);
        watch.poll(NOON);
        assertEquals(Set.of(file), watch.poll(NOON.plusSeconds(1)));
        write(file, "192.0.2.1\n", NOON.plusSeconds(2));
        watch.poll(NOON.plusSeconds(2));
        assertEquals(Set.of(file), watch.poll(NOON.plusSeconds(3)));
    }

    @Test
    void aFileReplacedBetweenTwoLooksIsNotSeenAsGone() throws IOException {
        Files.delete(file);
        watch.poll(NOON);
        write(file, "192.0.2.7\n", NOON);
        assertEquals(Set.of(), watch.poll(NOON.plusMillis(400)));
        assertEquals(Set.of(file), watch.poll(NOON.plusMillis(1400)));
    }

    @Test
    void whatIsNotWatchedAnyMoreIsNotReported() throws IOException {
        watch.watch(List.of());
        write(file, "192.0.2.2\n", NOON.minusSeconds(1));
        assertEquals(Set.of(), watch.poll(NOON));
    }

    @Test
    void aChangedPoolFileChangesThePool() throws IOException {
        ManualClock clock = new ManualClock(Instant.parse("2026-11-22T10:00:00Z"));
        PoolSettings settings = new PoolSettings(
                new PoolName("a"),
                Map.of(),
                List.of(),
                Optional.of(file),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Duration.ofMinutes(10),
                Duration.ofHours(1));
        PoolKeeper keeper = new PoolKeeper(
                pool -> List.of(
                        new FileSource(pool.name(), pool.file().orElseThrow(), new PoolLimits(pool.maxAddresses()))),
                YieldStore.inMemory(),
                clock);
        keeper.configure(List.of(settings));
        assertEquals(1, keeper.refresh().pool().size());
        write(file, "192.0.2.1\n192.0.2.2\n", clock.instant());
        keeper.refresh();
        clock.pass(Duration.ofSeconds(1));
        assertEquals(2, keeper.refresh().pool().size());
    }

    private static void write(Path path, String text, Instant at) throws IOException {
        Files.writeString(path, text);
        Files.setLastModifiedTime(path, FileTime.from(at));
    }
}
