package offlist.alert.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import offlist.alert.JsonReading;

/** Alerts of the API v2: one that is wrong lets Alertmanager refuse the whole request. */
final class AlertmanagerReading extends JsonReading {
    AlertmanagerReading() {
        super(4 * 1024 * 1024);
    }

    @Override
    protected void accept(JsonNode body) {
        assertThat(body.isArray()).isTrue();
        assertThat(body.size()).isBetween(1, 500);
        assertThat(body).allSatisfy(alert -> {
            assertThat(alert.path("labels").size()).isPositive();
            alert.path("labels").properties().forEach(label -> {
                assertThat(label.getKey()).matches("[a-zA-Z_][a-zA-Z0-9_]*");
                assertThat(label.getValue().asText()).hasSizeBetween(1, 200);
            });
            alert.path("annotations").properties().forEach(note -> {
                assertThat(note.getKey()).matches("[a-zA-Z_][a-zA-Z0-9_]*");
                assertThat(note.getValue().asText()).hasSizeBetween(1, 2000);
            });
            assertThat(Instant.parse(alert.path("endsAt").asText()))
                    .isAfterOrEqualTo(Instant.parse(alert.path("startsAt").asText()));
        });
    }
}
