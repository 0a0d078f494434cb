package offlist.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A JSON document whose texts have places to fill. Values go into the texts of the read document, never into its source, so
 * whatever they hold, the document keeps its form. An item of an array that has the place {@code {text-line}} or {@code
 * {note-line}} is repeated for each line.
 */
record BodyTemplate(JsonNode root) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String LINE = "-line";

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException when it is none, or a text in it is no template
     */
    static BodyTemplate of(String text) {
        try {
            BodyTemplate body = new BodyTemplate(JSON.readTree(text));
            body.names();
            return body;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        collect(root, names);
        return names;
    }

    private static void collect(JsonNode node, List<String> names) {
        if (node.isTextual()) {
            names.addAll(Template.of(node.textValue()).names());
        }
        node.forEach(child -> collect(child, names));
    }

    /** @param lines of the places whose names end in {@code -line} */
    String fill(Function<String, String> value, Function<String, List<String>> lines) {
        return filled(root, value, lines).toString();
    }

    private static JsonNode filled(
            JsonNode node, Function<String, String> value, Function<String, List<String>> lines) {
        if (node.isTextual()) {
            return JsonNodeFactory.instance.textNode(
                    Template.of(node.textValue()).fill(value));
        }
        if (node.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> items(item, value, lines).forEach(items::add));
            return items;
        }
        if (node.isObject()) {
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> fields.set(field.getKey(), filled(field.getValue(), value, lines)));
            return fields;
        }
        return node;
    }

    private static List<JsonNode> items(
            JsonNode item, Function<String, String> value, Function<String, List<String>> lines) {
        List<String> names = new ArrayList<>();
        collect(item, names);
        List<String> repeated =
                names.stream().filter(name -> name.endsWith(LINE)).distinct().toList();
        if (repeated.size() != 1) {
            return List.of(filled(item, value, lines));
        }
        // An array further inside has the one line of its item.
        return lines.apply(repeated.getFirst()).stream()
                .map(line -> filled(
                        item,
                        name -> name.equals(repeated.getFirst()) ? line : value.apply(name),
                        name -> List.of(line)))
                .toList();
    }
}
