package offlist.alert.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import offlist.alert.JsonReading;

/** An event of the Events API v2, its texts shown as they are. */
final class PagerDutyReading extends JsonReading {
    PagerDutyReading() {
        super(512 * 1024);
    }

    @Override
    protected void accept(JsonNode body) {
        assertThat(body.path("event_action").asText()).isIn("trigger", "resolve");
        assertThat(body.path("dedup_key").asText()).hasSizeBetween(1, 255);
        JsonNode payload = body.path("payload");
        assertThat(payload.path("summary").asText()).hasSizeBetween(1, 1024);
        assertThat(payload.path("source").asText()).isNotEmpty();
        assertThat(payload.path("severity").asText()).isIn("critical", "error", "warning", "info");
        assertThat(Instant.parse(payload.path("timestamp").asText())).isNotNull();
    }
}
