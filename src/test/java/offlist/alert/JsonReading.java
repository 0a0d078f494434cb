package offlist.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A service that reads JSON and shows its texts as they are, unless it says otherwise. */
public class JsonReading implements Reading {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final int mostBytes;

    /** @param mostBytes what the service takes in all */
    public JsonReading(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** A text and where it stands, such as {@code .embeds[].description}. */
    public record Leaf(String path, String text) {}

    @Override
    public List<String> live(String body) {
        List<String> live = new ArrayList<>();
        for (Leaf leaf : leaves(body)) {
            live.add(leaf.path());
            live.addAll(markup(leaf));
        }
        return live;
    }

    /** What is more than text in a text; unless overridden, where links lead. */
    protected List<String> markup(Leaf leaf) {
        List<String> live = new ArrayList<>();
        leaf.text().lines().skip(1).forEach(line -> live.add("line"));
        if (leaf.path().matches(".*\\.(url|href|link|lookup|removal|page|click|client_url|generatorURL)")) {
            live.add("to " + leaf.text());
        }
        return live;
    }

    @Override
    public List<String> texts(String body) {
        return leaves(body).stream().map(Leaf::text).toList();
    }

    @Override
    public final void accept(String body) {
        assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(mostBytes);
        accept(tree(body));
    }

    /** Further limits. */
    protected void accept(JsonNode body) {
        assertThat(body.isContainerNode()).isTrue();
    }

    protected static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }

    protected static List<Leaf> leaves(String body) {
        List<Leaf> all = new ArrayList<>();
        collect("", tree(body), all);
        return all;
    }

    private static void collect(String path, JsonNode node, List<Leaf> all) {
        if (node.isArray()) {
            node.forEach(each -> collect(path + "[]", each, all));
        } else if (node.isObject()) {
            node.properties().forEach(each -> collect(path + "." + each.getKey(), each.getValue(), all));
        } else {
            all.add(new Leaf(path, node.asText()));
        }
    }
}
