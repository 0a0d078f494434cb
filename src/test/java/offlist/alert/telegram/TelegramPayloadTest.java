package offlist.alert.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import offlist.alert.Gallery;
import offlist.alert.Golden;
import offlist.alert.Message;
import offlist.alert.Messages;
import org.junit.jupiter.api.Test;

class TelegramPayloadTest {
    @Test
    void everyMessageLooksAsItDid() {
        Golden.check(
                "telegram.txt",
                Gallery.read(message ->
                        TelegramPayload.of(message, "-100", Optional.empty()).toPrettyString()));
    }

    @Test
    void telegramsLimitIsKept() {
        assertThat(Gallery.everything())
                .allSatisfy(message -> assertThat(text(message)).hasSizeBetween(1, 4096));
    }

    /** A tag that is not closed or not known is an error to Telegram, and nothing is told. */
    @Test
    void everyTagIsKnownAndClosed() {
        assertThat(Gallery.everything()).allSatisfy(message -> {
            String without = text(message)
                    .replaceAll("<a href=\"[^<>\"]*\">[^<>]*</a>", "")
                    .replaceAll("<code>[^<>]*</code>", "")
                    .replaceAll("<(b|i)>[^<>]*</\\1>", "");
            assertThat(without).doesNotContain("<", ">");
            assertThat(without.replaceAll("&(amp|lt|gt|quot);", "")).doesNotContain("&");
        });
    }

    @Test
    void hostileTextMentionsNobodyAndFormatsNothing() {
        assertThat(text(Messages.hostile()))
                .doesNotContain("<!channel>", "<b>bold", "\u202E", "\r")
                .contains("&lt;!channel&gt;")
                .contains("@\u2060here");
    }

    @Test
    void whatIsNotShownIsCountedAndLinked() {
        assertThat(text(Gallery.threeHundred()))
                .contains("and 282 more", "12 more of this group")
                .endsWith("<a href=\"https://offlist.example.com/\">All of it</a>");
    }

    private static String text(Message message) {
        return TelegramPayload.of(message, "-100", Optional.empty())
                .path("text")
                .asText();
    }
}
