package offlist.alert.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import offlist.alert.JsonReading;
import offlist.alert.MarkdownReading;

/** Markdown in the content and in descriptions of embeds. */
final class DiscordReading extends JsonReading {
    DiscordReading() {
        super(64 * 1024);
    }

    @Override
    protected List<String> markup(Leaf leaf) {
        return leaf.path().matches("\\.content|\\.embeds\\[]\\.description")
                ? MarkdownReading.live(leaf.text())
                : super.markup(leaf);
    }

    @Override
    protected void accept(JsonNode body) {
        assertThat(body.path("allowed_mentions").toString()).isEqualTo("{\"parse\":[]}");
        assertThat(body.path("content").asText()).hasSizeBetween(1, 2000);
        assertThat(body.path("embeds")).hasSize(1);
        JsonNode embed = body.path("embeds").path(0);
        assertThat(embed.path("description").asText()).hasSizeLessThanOrEqualTo(4096);
        assertThat(embed.path("description").asText().length()
                        + embed.path("footer").path("text").asText().length())
                .isLessThanOrEqualTo(6000);
    }
}
