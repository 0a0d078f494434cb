package offlist.bounce.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import offlist.store.OpenStore;
import offlist.store.StoreException;
import offlist.testing.ManualClock;
import offlist.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script prints what journalctl would, once for each time that it is started, and notes what it was asked. */
class JournalSourceTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path directory;

    private final ManualClock clock = new ManualClock(START);
    private final List<String> taken = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<JournalSource> open = new ArrayList<>();
    private boolean failing;
    private OpenStore store;

    @BeforeEach
    void start() {
        store = Stores.sqlite(directory);
    }

    @AfterEach
    void stop() {
        open.forEach(JournalSource::close);
        store.close();
    }

    private void take(List<String> lines) {
        if (failing) {
            throw new StoreException("the disk is full", new IOException("full"));
        }
        taken.addAll(lines);
    }

    /** @param body of the script; {@code $n} counts its starts */
    private JournalSource source(String body) throws IOException {
        Path script = directory.resolve("journalctl");
        Files.writeString(script, """
                #!/bin/sh
                cd '%s'
                echo "$*" >>asked
                n=$(wc -l <asked)
                %s
                """.formatted(directory, body));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return source(script);
    }

    private JournalSource source(Path program) {
        JournalSource source = new JournalSource(
                program.toString(), "postfix@-.service", new Positions(store.database()), this::take, told::add, clock);
        open.add(source);
        return source;
    }

    private List<String> asked() throws IOException {
        Path asked = directory.resolve("asked");
        return Files.exists(asked) ? Files.readAllLines(asked) : List.of();
    }

    private static String entry(String cursor, String message) {
        return "{\"__CURSOR\":\"" + cursor + "\",\"SYSLOG_IDENTIFIER\":\"postfix/smtp\",\"MESSAGE\":\"" + message
                + "\"}";
    }

    private void steppedUntil(JournalSource source, int lines) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            source.step();
            return taken.size() >= lines;
        });
    }

    @Test
    void whatWasThereIsReadThenItIsFollowed() throws IOException {
        JournalSource source = source("""
                case $n in
                1) echo '%s' ;;
                *) echo '%s'; exec sleep 600 ;;
                esac""".formatted(entry("c1", "one"), entry("c2", "two")));
        steppedUntil(source, 2);

        assertThat(taken).first().asString().contains("\"MESSAGE\":\"one\"");
        assertThat(asked()).hasSize(2);
        assertThat(asked().getFirst())
                .contains("--unit=postfix@-.service", "--since=@" + START.getEpochSecond(), "--output=json")
                .doesNotContain("--follow");
        assertThat(asked().getLast()).contains("--after-cursor=c1", "--follow").doesNotContain("--since");
    }

    @Test
    void aRestartGoesOnAfterTheLastEntryThatWasKept() throws IOException {
        JournalSource source = source("echo '%s'; exec sleep 600".formatted(entry("c1", "one")));
        steppedUntil(source, 1);
        source.close();

        JournalSource next = source("echo '%s'; exec sleep 600".formatted(entry("c2", "two")));
        steppedUntil(next, 2);
        assertThat(asked().getLast()).contains("--after-cursor=c1");
    }

    @Test
    void whatCouldNotBeKeptComesAgainAndTheCursorStays() throws IOException {
        JournalSource source = source("echo '%s'; exec sleep 600".formatted(entry("c1", "one")));
        failing = true;
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThatThrownBy(source::step).isInstanceOf(StoreException.class));
        assertThat(new Positions(store.database())
                        .of(source.name())
                        .orElseThrow()
                        .file())
                .isEmpty();
        failing = false;
        steppedUntil(source, 1);
        assertThat(new Positions(store.database())
                        .of(source.name())
                        .orElseThrow()
                        .file())
                .isEqualTo("c1");
    }

    @Test
    void anEndIsToldWithItsLastWordsAndItIsNotStartedAllTheTime() throws IOException {
        JournalSource source = source("echo 'No journal files were found.' >&2; exit 1");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThatThrownBy(source::step)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("ended with 1: No journal files were found."));
        assertThat(told).containsExactly("No journal files were found.");
        int starts = asked().size();
        assertThatThrownBy(source::step).isInstanceOf(IOException.class);
        assertThat(asked()).hasSize(starts);
        clock.pass(Duration.ofSeconds(2));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThatThrownBy(source::step).isInstanceOf(IOException.class);
            assertThat(asked()).hasSizeGreaterThan(starts);
        });
    }

    @Test
    void aLineWithoutEndIsPassedOver() throws IOException {
        JournalSource source = source("""
                printf '{"__CURSOR":"c0","MESSAGE":"'
                head -c 10000000 /dev/zero | tr '\\0' x
                echo '"}'
                echo '%s'
                exec sleep 600""".formatted(entry("c1", "one")));
        steppedUntil(source, 1);
        assertThat(taken).hasSize(1).first().asString().contains("one");
    }

    @Test
    void aMessageOfBytesIsText() throws IOException {
        JournalSource source =
                source("echo '{\"__CURSOR\":\"c1\",\"MESSAGE\":[111,110,101,195,169]}'; echo no json; exec sleep 600");
        steppedUntil(source, 1);
        assertThat(taken).hasSize(1).first().asString().contains("\"MESSAGE\":\"oneé\"");
    }

    @Test
    void withoutTheCommandItSaysSo() {
        assertThatThrownBy(source(directory.resolve("nowhere"))::step)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be run");
    }

    @Test
    void aCommandThatHangsHoldsNobodyUpAndIsEndedWithTheSource() throws IOException {
        JournalSource source = source("echo $$ >pid; exec sleep 600");
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            assertThat(source.step()).isZero();
            return Files.exists(directory.resolve("pid"))
                    && !Files.readString(directory.resolve("pid")).isBlank();
        });
        long pid = Long.parseLong(Files.readString(directory.resolve("pid")).strip());
        assertThat(ProcessHandle.of(pid)).isPresent();
        source.close();
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }
}
