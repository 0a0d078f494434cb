package offlist.alert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;
import offlist.alert.Golden;
import offlist.alert.Message;
import offlist.alert.Messages;
import offlist.alert.ResolverMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlackPayloadTest {
    static Stream<Map.Entry<String, Message>> messages() {
        return Map.of(
                "opened", Messages.opened(),
                "changed", Messages.changed(),
                "delisted", Messages.delisted(),
                "left", Messages.left(),
                "still", Messages.still(),
                "thirty", Messages.thirty(),
                "several", Messages.several(),
                "list-health", Messages.mad(),
                "hostile", Messages.hostile())
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageLooksAsItDid(Map.Entry<String, Message> each) {
        Golden.check(
                "slack-" + each.getKey() + ".json",
                SlackPayload.of(each.getValue()).toPrettyString() + "\n");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void slacksLimitsAreKept(Map.Entry<String, Message> each) {
        checkLimits(SlackPayload.of(each.getValue()));
    }

    @Test
    void resolversAreToldOfAsTheyWere() {
        Golden.check("resolver-slack.txt", ResolverMessages.read(message -> texts(SlackPayload.of(message))));
        ResolverMessages.all().values().forEach(message -> checkLimits(SlackPayload.of(message)));
    }

    private static String texts(JsonNode node) {
        StringBuilder all = new StringBuilder();
        if (node.has("type") && node.path("text").isTextual()) {
            all.append(node.path("text").asText()).append('\n');
        }
        node.forEach(child -> all.append(texts(child)));
        return all.toString();
    }

    @Test
    void threeHundredHostileListingsKeepTheLimits() {
        checkLimits(SlackPayload.of(Messages.hostileGroup()));
    }

    @Test
    void hostileTextMentionsNobodyAndFormatsNothing() {
        ObjectNode payload = SlackPayload.of(Messages.hostile());

        assertThat(payload.toString())
                .doesNotContain("<!channel>", "<b>", "\u202E", "\\r")
                .contains("&lt;!channel&gt;");
        payload.findParents("verbatim")
                .forEach(text -> assertThat(text.path("text").asText().replaceAll("`[^`\n]*`", ""))
                        .doesNotContain("*x*", "`"));
    }

    @Test
    void whatIsNotShownIsCounted() {
        assertThat(SlackPayload.of(Messages.thirty()).toString()).contains("and 12 more");
    }

    private static void checkLimits(ObjectNode payload) {
        int blocks = payload.path("blocks").size();
        for (JsonNode attachment : payload.path("attachments")) {
            blocks += attachment.path("blocks").size();
        }
        assertThat(blocks).isLessThanOrEqualTo(50);
        payload.findParents("type").forEach(SlackPayloadTest::checkText);
    }

    private static void checkText(JsonNode node) {
        JsonNode text = node.path("text");
        switch (node.path("type").asText()) {
            case "header" -> assertThat(text.path("text").asText()).hasSizeBetween(1, 150);
            case "section" ->
                node.path("fields")
                        .forEach(
                                field -> assertThat(field.path("text").asText()).hasSizeBetween(1, 2000));
            case "mrkdwn", "plain_text" -> assertThat(text.asText()).hasSizeBetween(1, 3000);
            default -> assertThat(node.path("type").asText()).isEqualTo("context");
        }
    }
}
