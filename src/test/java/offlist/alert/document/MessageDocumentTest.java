package offlist.alert.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import offlist.alert.Golden;
import offlist.alert.Message;
import offlist.alert.Messages;
import offlist.alert.ResolverMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageDocumentTest {
    private static final Path DOCS = Path.of("docs", "webhook.md");

    static Stream<Map.Entry<String, Message>> messages() {
        Map<String, Message> all = new LinkedHashMap<>();
        all.put("opened", Messages.opened());
        all.put("changed", Messages.changed());
        all.put("delisted", Messages.delisted());
        all.put("left", Messages.left());
        all.put("still", Messages.still());
        all.put("several", Messages.several());
        all.put("list-health", Messages.mad());
        all.put("trouble", Messages.trouble());
        all.put("goes-on", Messages.goesOn());
        all.put("resolver", ResolverMessages.all().get("strips"));
        return all.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageLooksAsItDid(Map.Entry<String, Message> each) {
        Golden.check(
                "document-" + each.getKey() + ".json",
                MessageDocument.of(each.getValue()).toPrettyString() + "\n");
    }

    @Test
    void hostileTextIsPlainAndShort() {
        String document = MessageDocument.of(Messages.hostile()).toString();

        assertThat(document).doesNotContain("\\r", "\\n", "\u202E").hasSizeLessThan(60_000);
    }

    @Test
    void whatDoesNotFitIsCounted() {
        ObjectNode document = MessageDocument.of(Messages.hostileGroup());

        int shown = document.path("items").size();
        assertThat(shown).isBetween(10, 299);
        assertThat(document.path("more").asInt()).isEqualTo(300 - shown);
        assertThat(document.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(520 * 1024);
    }

    @Test
    void theExampleInTheDocumentIsWhatIsSent() throws IOException {
        assertThat(Files.readString(DOCS))
                .contains("```json\n" + Files.readString(Path.of("src/test/resources/golden/document-opened.json")));
    }

    @Test
    void everyFieldIsDocumentedAndNoOther() throws IOException {
        TreeSet<String> sent = new TreeSet<>();
        messages().forEach(each -> names(MessageDocument.of(each.getValue()), sent));
        TreeSet<String> documented = new TreeSet<>();
        Pattern.compile("(?m)^\\| `([A-Za-z]+)` \\|")
                .matcher(Files.readString(DOCS))
                .results()
                .forEach(row -> documented.add(row.group(1)));

        assertThat(documented).isEqualTo(sent);
    }

    private static void names(com.fasterxml.jackson.databind.JsonNode node, TreeSet<String> names) {
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(child -> names(child, names));
    }
}
