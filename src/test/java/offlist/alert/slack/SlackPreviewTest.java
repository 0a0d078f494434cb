package offlist.alert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import offlist.alert.Gallery;
import offlist.alert.Message;
import offlist.alert.Messages;
import org.junit.jupiter.api.Test;

/** Leaves a page of each message under {@code target/preview}, to be looked at in a browser. */
class SlackPreviewTest {
    private static final Path FOLDER = Path.of("target", "preview");

    @Test
    void everyMessageCanBeLookedAt() throws IOException {
        Files.createDirectories(FOLDER);
        for (Map.Entry<String, Message> each : Gallery.all().entrySet()) {
            String html = html(each.getValue());
            Files.writeString(FOLDER.resolve("slack-" + each.getKey().replace(' ', '-') + ".html"), html);
            assertThat(html).contains("<h1>", "class=edge");
        }
    }

    /** The preview reads Slack's markup as Slack does, so what it finds there Slack would find, too. */
    @Test
    void nothingFromOutsideBecomesMarkup() {
        for (Message message : Gallery.everything()) {
            String html = html(message);
            assertThat(html).doesNotContain("class=mention", "<i>", "<s>", "<b>x</b>", "<b>bold</b>");
        }
        assertThat(html(Messages.hostile())).contains("&lt;!channel&gt;");
    }

    @Test
    void aLargeMessageSaysHowManyThereAreOnEachList() {
        assertThat(html(Gallery.threeHundred())).contains("<b>By list</b><br>Spamhaus ZEN 200 · SpamCop 100");
    }

    @Test
    void wordsInUnderscoresAreNotItalicAndNamesKeepTheirs() {
        assertThat(Mrkdwn.words("_x_ pool_a _y")).isEqualTo("ˍxˍ pool_a ˍy");
    }

    @Test
    void thePreviewWouldShowAMention() throws IOException {
        assertThat(SlackPreview.html(new ObjectMapper().readTree("""
                {"blocks":[{"type":"section","text":{"type":"mrkdwn","text":"<!channel> _x_ *b* `c`"}}]}""")))
                .contains("<span class=mention>!channel</span> <i>x</i> <b>b</b> <code>c</code>");
    }

    private static String html(Message message) {
        return SlackPreview.html(SlackPayload.of(message, Buttons.PRESSED));
    }
}
