package offlist.alert.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import offlist.alert.Gallery;
import offlist.alert.Golden;
import offlist.alert.Message;
import offlist.alert.Messages;
import org.junit.jupiter.api.Test;

class TeamsPayloadTest {
    @Test
    void everyMessageLooksAsItDid() {
        Golden.check(
                "teams.txt", Gallery.read(message -> TeamsPayload.of(message).toPrettyString()));
    }

    @Test
    void teamsLimitIsKept() {
        assertThat(Gallery.everything())
                .allSatisfy(message -> assertThat(
                                TeamsPayload.of(message).toString().getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThan(28_000));
    }

    /** Markdown is read in text blocks and fact sets, and not in text runs. */
    @Test
    void allTextStandsWhereNoMarkupIsRead() {
        assertThat(Gallery.everything()).allSatisfy(message -> {
            JsonNode card = card(message);
            assertThat(card.path("body"))
                    .allSatisfy(block -> assertThat(block.path("type").asText()).isEqualTo("RichTextBlock"));
            card.path("body").findParents("text").forEach(run -> {
                assertThat(run.path("type").asText()).isEqualTo("TextRun");
                assertThat(run.path("text").asText()).doesNotContain("\r", "\n", "\u202E");
            });
        });
    }

    @Test
    void theCardIsOneThatWorkflowsTake() {
        JsonNode payload = TeamsPayload.of(Messages.opened());

        assertThat(payload.path("type").asText()).isEqualTo("message");
        assertThat(payload.path("attachments").path(0).path("contentType").asText())
                .isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(Set.of("1.4", "1.5"))
                .contains(card(Messages.opened()).path("version").asText());
        assertThat(card(Messages.hostile()).path("msteams").has("entities")).isFalse();
    }

    @Test
    void whatIsNotShownIsCountedAndLinked() {
        JsonNode card = card(Gallery.threeHundred());

        assertThat(card.toString()).contains("and 282 more", "12 more of this group");
        assertThat(card.path("actions").path(0).path("url").asText()).isEqualTo("https://offlist.example.com/");
    }

    private static JsonNode card(Message message) {
        return TeamsPayload.of(message).path("attachments").path(0).path("content");
    }
}
