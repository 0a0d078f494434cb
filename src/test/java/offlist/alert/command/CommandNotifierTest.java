package offlist.alert.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.alert.JsonReading;
import offlist.alert.Message;
import offlist.alert.Messages;
import offlist.alert.Notifier;
import offlist.alert.NotifierContract;
import offlist.alert.Outcome;
import offlist.alert.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real programs: scripts that keep what they are given. */
class CommandNotifierTest extends NotifierContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, String> DAEMON =
            Map.of("PATH", "/usr/bin:/bin", "HOME", "/nowhere", "LANG", "C.UTF-8", "OFFLIST_TOKEN", SECRET);

    @TempDir
    Path folder;

    private int programs;

    private Notifier script(String lines) {
        return script(lines, PATIENCE);
    }

    private Notifier script(String lines, Duration patience, String... arguments) {
        try {
            Path program =
                    Files.writeString(folder.resolve("program-" + programs++), "cd '" + folder + "'\n" + lines + "\n");
            List<String> command = Stream.concat(Stream.of("/bin/sh", program.toString()), Stream.of(arguments))
                    .toList();
            return new CommandNotifier(command, patience, DAEMON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Reading reading() {
        return new JsonReading(600 * 1024);
    }

    @Override
    protected Notifier accepted() {
        return script("cat >> arrived; echo >> arrived");
    }

    @Override
    protected Notifier deferred() {
        return script("exit 75");
    }

    @Override
    protected Notifier refused() {
        return script("echo no >&2; exit 1");
    }

    @Override
    protected Notifier absent() {
        return new CommandNotifier(List.of(folder.resolve("not-there").toString(), SECRET), PATIENCE, DAEMON);
    }

    @Override
    protected Notifier silent() {
        return script("sleep 60", Duration.ofMillis(300));
    }

    @Override
    protected List<String> arrived() {
        return Files.exists(folder.resolve("arrived")) ? read("arrived").lines().toList() : List.of();
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theDocumentStandsOnTheStandardInput() throws IOException {
        accepted().send(Messages.hostileGroup());

        assertThat(new ObjectMapper().readTree(read("arrived")).path("id").asText())
                .isEqualTo(Messages.hostileGroup().key());
    }

    @Test
    void aProgramThatReadsNothingIsNoTrouble() {
        assertThat(script("exit 0").send(Messages.hostileGroup())).isEqualTo(new Outcome.Delivered());
    }

    @Test
    void theEnvironmentHoldsOursAndNothingOfTheDaemons() {
        Message message = Messages.hostile();
        script("env > seen").send(message);

        assertThat(read("seen")
                        .lines()
                        .map(line -> line.replaceFirst("=.*", ""))
                        .filter(name -> !name.matches("_|PWD|OLDPWD|SHLVL")))
                .containsExactlyInAnyOrder(
                        "PATH", "HOME", "LANG", "OFFLIST_MESSAGE_ID", "OFFLIST_HEADLINE", "OFFLIST_KIND");
        assertThat(read("seen")).contains("OFFLIST_MESSAGE_ID=" + message.key(), "OFFLIST_KIND=listing");
    }

    @Test
    void noShellReadsTheArguments() {
        script("printf '%s' \"$1\" > seen", PATIENCE, "$(touch hacked); *").send(Messages.opened());

        assertThat(read("seen")).isEqualTo("$(touch hacked); *");
        assertThat(folder.resolve("hacked")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 126", "exit 127", "kill -9 $$", "kill -15 $$", "exec /not/there"})
    void aProgramThatCannotBeRunOrWasKilledIsTriedAgain(String lines) {
        assertThat(script(lines).send(Messages.opened())).isInstanceOf(Outcome.RetryLater.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 74, 76, 125, 128, 136, 138, 139, 255})
    void anyOtherStatusEndsTheAttempts(int status) {
        assertThat(script("exit " + status).send(Messages.opened())).isInstanceOf(Outcome.GivenUp.class);
    }

    @Test
    void theFirstLineOfWhatItSaysIsTheCause() {
        Outcome outcome = script("printf '\\n\\033[31mno\\tmoney " + "x".repeat(5000) + "\\nmore\\n' >&2; exit 3")
                .send(Messages.opened());

        assertThat(((Outcome.GivenUp) outcome).cause())
                .startsWith("exit 3: [31mno money xx")
                .hasSizeLessThan(220);
    }

    @Test
    void whatItSaysMayBeLong() {
        assertThat(script("head -c 3000000 /dev/zero >&2; exit 75").send(Messages.opened()))
                .isInstanceOf(Outcome.RetryLater.class);
    }

    @Test
    void aProgramThatNeverStopsTalkingIsStopped() {
        assertThat(script("while :; do echo talk >&2; done", Duration.ofMillis(300))
                        .send(Messages.opened()))
                .isEqualTo(new Outcome.RetryLater("the program did not end in time", Optional.empty()));
    }

    @Test
    void whatItHasStartedIsKilledWithIt() throws IOException {
        script("sleep 47 & echo $! > child; sleep 48", Duration.ofMillis(500)).send(Messages.opened());

        long child = Long.parseLong(read("child").strip());
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }
}
