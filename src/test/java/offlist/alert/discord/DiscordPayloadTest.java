package offlist.alert.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import offlist.alert.Gallery;
import offlist.alert.Golden;
import offlist.alert.Message;
import offlist.alert.Messages;
import offlist.alert.chat.Outlines;
import org.junit.jupiter.api.Test;

class DiscordPayloadTest {
    @Test
    void everyMessageLooksAsItDid() {
        Golden.check("discord.txt", Gallery.read(message -> payload(message).toPrettyString()));
    }

    @Test
    void discordsLimitsAreKept() {
        assertThat(Gallery.everything()).allSatisfy(message -> {
            JsonNode payload = payload(message);
            JsonNode embed = payload.path("embeds").path(0);
            int content = payload.path("content").asText().length();
            int description = embed.path("description").asText().length();
            assertThat(content).isBetween(1, 2000);
            assertThat(description).isBetween(1, 4096);
            assertThat(content
                            + description
                            + embed.path("footer").path("text").asText().length())
                    .isLessThanOrEqualTo(6000);
        });
    }

    @Test
    void nobodyCanBeMentioned() {
        assertThat(payload(Messages.hostile()).path("allowed_mentions").toString())
                .isEqualTo("{\"parse\":[]}");
    }

    @Test
    void hostileTextFormatsNothing() {
        assertThat(payload(Messages.hostile()).toString()).doesNotContain("\u202E", "\\r");
        String outside =
                description(Messages.hostile()).replaceAll("`[^`\n]*`", "").replaceAll("\\\\\\\\.", "");
        assertThat(outside.replaceAll("\\\\.", ""))
                .doesNotContain("<!channel>", "*x*", "<b>", "@here", "`")
                .contains("!channel");
    }

    @Test
    void aLinkCannotBeLeft() {
        assertThat(DiscordText.link(java.net.URI.create("https://example.com/a(b)c"), DiscordText.words("x](y)[z")))
                .isEqualTo("[x\\]\\(y\\)\\[z](https://example.com/a%28b%29c)");
    }

    @Test
    void whatIsNotShownIsCountedAndLinked() {
        assertThat(description(Gallery.threeHundred()))
                .contains("and 282 more", "12 more of this group")
                .endsWith("[All of it](https://offlist.example.com/)");
    }

    private static String description(Message message) {
        return payload(message).path("embeds").path(0).path("description").asText();
    }

    private static JsonNode payload(Message message) {
        return DiscordPayload.of(message, Outlines.of(message));
    }
}
