package offlist.alert.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import offlist.alert.JsonReading;
import offlist.alert.MarkdownReading;

/** An Adaptive Card: Markdown everywhere but in text runs; the text shown without cards may hold it, too. */
final class TeamsReading extends JsonReading {
    TeamsReading() {
        super(28_000);
    }

    @Override
    protected List<String> markup(Leaf leaf) {
        // Nobody is mentioned by words alone.
        return leaf.path().matches(".*\\.(fallbackText|title)")
                ? MarkdownReading.live(leaf.text().replace("@", "at "))
                : super.markup(leaf);
    }

    @Override
    protected void accept(JsonNode body) {
        JsonNode card = body.path("attachments").path(0).path("content");
        assertThat(card.path("msteams").has("entities")).isFalse();
        assertThat(card.path("body")).isNotEmpty().allSatisfy(block -> {
            assertThat(block.path("type").asText()).isEqualTo("RichTextBlock");
            assertThat(block.path("inlines")).isNotEmpty().allSatisfy(run -> {
                assertThat(run.path("type").asText()).isEqualTo("TextRun");
                assertThat(run.path("text").isTextual()).isTrue();
            });
        });
    }
}
