package offlist.bounce.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import offlist.store.OpenStore;
import offlist.store.StoreException;
import offlist.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSourceTest {
    @TempDir
    Path directory;

    private final List<String> seen = new ArrayList<>();
    private OpenStore store;
    private Path log;

    @BeforeEach
    void start() throws IOException {
        store = Stores.sqlite(directory.resolve("store"));
        log = Files.writeString(directory.resolve("mail.log"), "old\n");
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void whatStandsInAFileWhenItIsSeenFirstIsOld() throws IOException {
        try (LogSource source = source()) {
            read(source);
            append("one\ntwo\n");
            read(source);
        }

        assertThat(seen).containsExactly("one", "two");
    }

    @Test
    void aLineIsTakenWhenItIsWhole() throws IOException {
        try (LogSource source = source()) {
            read(source);
            append("one\nhal");
            read(source);
            assertThat(seen).containsExactly("one");

            append("f\n");
            read(source);
        }

        assertThat(seen).containsExactly("one", "half");
    }

    @Test
    void aRenamedFileIsReadToItsEndBeforeTheNewOne() throws IOException {
        try (LogSource source = source()) {
            read(source);
            append("one\n");
            Files.move(log, directory.resolve("mail.log.1"));
            Files.writeString(directory.resolve("mail.log.1"), "two\n", StandardOpenOption.APPEND);
            Files.writeString(log, "three\n");
            read(source);
        }

        assertThat(seen).containsExactly("one", "two", "three");
    }

    @Test
    void aRestartGoesOnWhereItEndedEvenInARenamedFile() throws IOException {
        try (LogSource source = source()) {
            read(source);
            append("one\n");
            read(source);
        }
        append("two\n");
        Files.move(log, directory.resolve("mail.log.1"));
        Files.writeString(log, "three\n");

        try (LogSource source = source()) {
            read(source);
        }

        assertThat(seen).containsExactly("one", "two", "three");
    }

    @Test
    void aRestartBeforeAnythingCameLosesNothing() throws IOException {
        try (LogSource source = source()) {
            read(source);
        }
        append("one\n");

        try (LogSource source = source()) {
            read(source);
        }

        assertThat(seen).containsExactly("one");
    }

    @Test
    void aTruncatedFileBeginsAnew() throws IOException {
        try (LogSource source = source()) {
            append("one, which is longer\n");
            read(source);
            append("two\n");
            read(source);
            Files.writeString(log, "new\n");
            read(source);
        }

        assertThat(seen).containsExactly("two", "new");
    }

    @Test
    void whatCouldNotBeKeptComesAgain() throws IOException {
        List<String> kept = new ArrayList<>();
        boolean[] broken = {true};
        try (LogSource source = new LogSource("postfix", log, new Positions(store.database()), lines -> {
            if (broken[0]) {
                throw new StoreException("the disk is full", new IOException("full"));
            }
            kept.addAll(lines);
        })) {
            source.step();
            append("one\n");
            assertThatThrownBy(source::step).isInstanceOf(StoreException.class);
            broken[0] = false;
            read(source);
        }

        assertThat(kept).containsExactly("one");
    }

    @Test
    void aFileThatIsNotThereYetBeginsWhenItComes() throws IOException {
        Files.delete(log);
        try (LogSource source = source()) {
            read(source);
            Files.writeString(log, "");
            read(source);
            append("one\n");
            read(source);
        }

        assertThat(seen).containsExactly("one");
    }

    @Test
    void aLineWithoutEndIsPassedOver() throws IOException {
        try (LogSource source = source()) {
            read(source);
            append("x".repeat(600_000) + "\nnext\n");
            read(source);
        }

        assertThat(seen.getLast()).isEqualTo("next");
        assertThat(seen).allMatch(line -> line.length() <= 256 * 1024);
    }

    private LogSource source() {
        return new LogSource("postfix", log, new Positions(store.database()), seen::addAll);
    }

    private static void read(LogSource source) throws IOException {
        int quiet = 0;
        while (quiet < 2) {
            quiet = source.step() == 0 ? quiet + 1 : 0;
        }
    }

    private void append(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.APPEND, StandardOpenOption.CREATE);
    }
}
