package offlist.alert.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.alert.Golden;
import offlist.alert.Message;
import offlist.alert.Messages;
import offlist.alert.ResolverMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagerDutyEventTest {
    static Stream<Map.Entry<String, Message>> messages() {
        return Map.of(
                "opened", Messages.opened(),
                "changed", Messages.changed(),
                "delisted", Messages.delisted(),
                "left", Messages.left(),
                "still", Messages.still(),
                "several", Messages.several(),
                "list-health", Messages.mad(),
                "trouble", Messages.trouble(),
                "hostile", Messages.hostile(),
                "goes-on", Messages.goesOn())
                .entrySet()
                .stream();
    }

    private static List<ObjectNode> events(Message message) {
        return message.items().stream()
                .map(item -> PagerDutyEvent.of(message, item, "R0UTING"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageLooksAsItDid(Map.Entry<String, Message> each) {
        Golden.check(
                "pagerduty-" + each.getKey() + ".txt",
                events(each.getValue()).stream().map(ObjectNode::toPrettyString).collect(Collectors.joining("\n"))
                        + "\n");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void thePagerDutyLimitsAreKept(Map.Entry<String, Message> each) {
        events(each.getValue()).forEach(PagerDutyEventTest::checkLimits);
    }

    @Test
    void resolversKeepTheLimitsToo() {
        ResolverMessages.all().values().forEach(message -> events(message).forEach(PagerDutyEventTest::checkLimits));
    }

    /** The fields and bounds of the Events API v2. */
    private static void checkLimits(ObjectNode event) {
        JsonNode payload = event.path("payload");
        assertThat(event.path("event_action").asText()).isIn("trigger", "resolve");
        assertThat(event.path("dedup_key").asText()).hasSizeBetween(1, 255);
        assertThat(payload.path("summary").asText()).hasSizeBetween(1, 1024);
        assertThat(payload.path("source").asText()).isNotBlank();
        assertThat(payload.path("severity").asText()).isIn("critical", "error", "warning", "info");
        assertThat(event.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(512 * 1024);
        event.path("links")
                .forEach(link -> assertThat(link.path("href").asText()).startsWith("https://"));
    }

    @Test
    void hostileTextIsPlain() {
        assertThat(events(Messages.hostile()).getFirst().toString()).doesNotContain("\\r", "\\n", "\u202E");
    }

    @Test
    void theEndHasTheKeyOfTheBeginning() {
        ObjectNode opened = events(Messages.opened()).getFirst();
        ObjectNode closed = events(Messages.delisted()).getFirst();

        assertThat(opened.path("event_action").asText()).isEqualTo("trigger");
        assertThat(closed.path("event_action").asText()).isEqualTo("resolve");
        assertThat(closed.path("dedup_key")).isEqualTo(opened.path("dedup_key"));
    }
}
