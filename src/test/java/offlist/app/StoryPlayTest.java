package offlist.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runner that overlooks something proves nothing: it fails both ways, and says where. */
class StoryPlayTest {
    private static final String GOOD = """
            # An address is listed, and delisted.
            list bl
            resolver one
            pool mail 192.0.2.10

            00:00 bl 192.0.2.10 127.0.0.2   => opened bl 192.0.2.10 127.0.0.2; alert ops opened bl 192.0.2.10
            01:00 bl 192.0.2.10 nxdomain    => closed bl 192.0.2.10 delisted;
                alert ops closed bl 192.0.2.10
            """;

    @TempDir
    private Path directory;

    private int plays;

    private void play(String text) {
        StoryFile file = StoryFile.parse("story.txt", text);
        StoryPlay.play(file.name(), file.tales().getFirst(), directory.resolve("play-" + plays++));
    }

    private void fails(String text, String... words) {
        assertThatThrownBy(() -> play(text)).isInstanceOf(AssertionError.class).hasMessageContainingAll(words);
    }

    @Test
    void aStoryThatGoesAsWrittenPasses() {
        assertThatCode(() -> play(GOOD)).doesNotThrowAnyException();
    }

    @Test
    void anEventThatIsNotWrittenFails() {
        fails(
                GOOD.replace("opened bl 192.0.2.10 127.0.0.2; ", ""),
                "story.txt:6",
                "not told: \n",
                "told, but not written: opened bl 192.0.2.10 127.0.0.2\n");
    }

    @Test
    void anAlertThatIsNotWrittenFails() {
        fails(
                GOOD.replace("; alert ops opened bl 192.0.2.10", ""),
                "story.txt:6",
                "told, but not written: alert ops opened bl 192.0.2.10\n");
    }

    @Test
    void anEventThatIsNotToldFails() {
        fails(
                GOOD.replace("nxdomain ", "timeout "),
                "story.txt:7",
                "not told: closed bl 192.0.2.10 delisted; alert ops closed bl 192.0.2.10\n");
    }

    @Test
    void nothingIsNothing() {
        fails(
                GOOD.replaceFirst("=> opened.*", "=> nothing"),
                "story.txt:6",
                "not told: \n",
                "told, but not written: opened");
    }

    @Test
    void whatIsWrittenTwiceMustBeToldTwice() {
        fails(
                GOOD.replace("=> opened", "=> opened bl 192.0.2.10 127.0.0.2; opened"),
                "not told: opened bl 192.0.2.10 127.0.0.2\n");
    }

    @Test
    void otherCodesOrReasonsFail() {
        fails(GOOD.replace("=> opened bl 192.0.2.10 127.0.0.2", "=> opened bl 192.0.2.10 127.0.0.3"), "story.txt:6");
        fails(GOOD.replace("delisted", "left"), "story.txt:7");
    }

    @Test
    void anEventAtTheWrongTimeFails() {
        fails(GOOD.replace("01:00 bl", "01:00 nothing => closed bl 192.0.2.10 delisted\n01:30 bl"), "story.txt:7");
    }

    @Test
    void aLineThatCannotBeReadIsNamed() {
        fails(GOOD.replace("01:00 bl", "01:00 lb"), "story.txt:7 cannot be read");
        fails(GOOD.replace("nxdomain ", "nxdomian "), "story.txt:7 cannot be read");
    }
}
