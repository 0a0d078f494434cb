package offlist.bounce.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import offlist.store.OpenStore;
import offlist.store.StoreException;
import offlist.testing.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxSourcesTest {
    @TempDir
    Path directory;

    private final List<String> seen = new ArrayList<>();

    @Test
    void aMessageOfAMaildirIsTakenOnceAndMarkedAsSeen() throws IOException {
        Path maildir = maildir();
        Files.writeString(maildir.resolve("new/1.host"), "Subject: one\n\nbody\n");
        Files.writeString(maildir.resolve("tmp/2.host"), "Subject: half");

        try (MaildirSource source = new MaildirSource(maildir, this::take)) {
            assertThat(source.step()).isEqualTo(1);
            assertThat(source.step()).isZero();
        }

        assertThat(seen).containsExactly("Subject: one\n\nbody\n");
        assertThat(names(maildir.resolve("cur"))).containsExactly("1.host:2,S");
        assertThat(names(maildir.resolve("new"))).isEmpty();
    }

    @Test
    void aMessageThatCouldNotBeKeptStaysNew() throws IOException {
        Path maildir = maildir();
        Files.writeString(maildir.resolve("new/1.host"), "Subject: one\n");

        try (MaildirSource source = new MaildirSource(maildir, message -> {
            throw new StoreException("the disk is full", new IOException("full"));
        })) {
            assertThatThrownBy(source::step).isInstanceOf(StoreException.class);
        }

        assertThat(names(maildir.resolve("new"))).containsExactly("1.host");
    }

    @Test
    void aMaildirThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> new MaildirSource(directory.resolve("nowhere"), this::take).step())
                .isInstanceOf(IOException.class);
    }

    @Test
    void messagesOfAnMboxAreTakenWhenTheyAreWhole() throws IOException {
        Path mbox = Files.writeString(directory.resolve("bounces"), "From old Mon\nSubject: old\n\n");
        try (OpenStore store = Stores.sqlite(directory.resolve("store"));
                MboxSource source = new MboxSource(mbox, new Positions(store.database()), this::take)) {
            source.step();
            append(mbox, "From a Mon\nSubject: one\n\nbody\n\nFrom b Mon\nSubject: two\n\nhal");
            source.step();
            assertThat(seen).containsExactly("From a Mon\nSubject: one\n\nbody\n\n");

            append(mbox, "f\n");
            source.step();
            source.step();
        }

        assertThat(seen).hasSize(2);
        assertThat(seen.getLast()).isEqualTo("From b Mon\nSubject: two\n\nhalf\n");
    }

    @Test
    void aRestartReadsAMessageThatWasNotWholeFromItsBeginning() throws IOException {
        Path mbox = Files.writeString(directory.resolve("bounces"), "");
        try (OpenStore store = Stores.sqlite(directory.resolve("store"))) {
            Positions positions = new Positions(store.database());
            try (MboxSource source = new MboxSource(mbox, positions, this::take)) {
                source.step();
                source.step();
                append(mbox, "From a Mon\nSubject: one\n");
                source.step();
            }
            append(mbox, "\nbody\n");
            try (MboxSource source = new MboxSource(mbox, positions, this::take)) {
                source.step();
                source.step();
            }
        }

        assertThat(seen).containsExactly("From a Mon\nSubject: one\n\nbody\n");
    }

    private Path maildir() throws IOException {
        for (String name : List.of("new", "cur", "tmp")) {
            Files.createDirectories(directory.resolve("Maildir").resolve(name));
        }
        return directory.resolve("Maildir");
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void take(byte[] message) {
        seen.add(new String(message, StandardCharsets.UTF_8));
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }
}
