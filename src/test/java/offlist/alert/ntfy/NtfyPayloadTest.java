package offlist.alert.ntfy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import offlist.alert.Gallery;
import offlist.alert.Golden;
import offlist.alert.Message;
import offlist.alert.Messages;
import org.junit.jupiter.api.Test;

class NtfyPayloadTest {
    @Test
    void everyMessageLooksAsItDid() {
        Golden.check(
                "ntfy.txt",
                Gallery.read(message -> NtfyPayload.of(message, "alerts").toPrettyString()));
    }

    @Test
    void ntfysLimitsAreKept() {
        assertThat(Gallery.everything()).allSatisfy(message -> {
            assertThat(bytes(text(message))).isBetween(1, 4096);
            assertThat(bytes(NtfyPayload.of(message, "x".repeat(64)).toString()))
                    .isLessThanOrEqualTo(8192);
        });
    }

    @Test
    void howBadItIsDecidesHowLoudItIs() {
        assertThat(priority(Messages.opened())).isEqualTo(5);
        assertThat(priority(Messages.trouble())).isEqualTo(4);
        assertThat(priority(Messages.mad())).isEqualTo(3);
        assertThat(priority(Messages.still())).isEqualTo(3);
        assertThat(priority(Messages.delisted())).isEqualTo(2);
    }

    @Test
    void hostileTextIsPlain() {
        assertThat(text(Messages.hostile())).doesNotContain("\u202E", "\r").contains("<!channel>");
        assertThat(NtfyPayload.of(Messages.hostile(), "x").path("title").asText())
                .doesNotContain("\n");
        assertThat(NtfyPayload.of(Messages.hostile(), "x").has("markdown")).isFalse();
    }

    @Test
    void whatIsNotShownIsCountedAndLinked() {
        assertThat(text(Gallery.threeHundred())).contains("and 282 more", "12 more of this group");
        assertThat(NtfyPayload.of(Gallery.threeHundred(), "x").path("click").asText())
                .isEqualTo("https://offlist.example.com/");
    }

    private static int priority(Message message) {
        return NtfyPayload.of(message, "x").path("priority").asInt();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String text(Message message) {
        return NtfyPayload.of(message, "x").path("message").asText();
    }
}
