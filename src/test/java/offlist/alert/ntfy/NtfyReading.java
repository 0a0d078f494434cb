package offlist.alert.ntfy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import offlist.alert.JsonReading;

/** Plain text, unless Markdown is asked for. */
final class NtfyReading extends JsonReading {
    NtfyReading() {
        super(8 * 1024);
    }

    @Override
    protected void accept(JsonNode body) {
        assertThat(body.has("markdown")).isFalse();
        assertThat(body.path("message").asText().getBytes(StandardCharsets.UTF_8))
                .hasSizeBetween(1, 4096);
        assertThat(body.path("title").asText()).hasSizeBetween(1, 250);
    }
}
