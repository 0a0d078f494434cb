package offlist.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import offlist.yaml.Labels;
import offlist.yaml.Problems;
import offlist.yaml.YamlList;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlNode;
import offlist.yaml.YamlReader;
import offlist.yaml.YamlText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schema, for editors, says the same as the reader. It is checked here with the few keywords it uses. */
class SchemaTest {

    private final JsonNode schema = schema();
    private final List<String> wrong = new ArrayList<>();

    @TestFactory
    List<DynamicTest> everyShippedFileFitsTheSchema() {
        return CatalogueReader.shippedFiles(new Problems()).stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> assertFits(name)))
                .toList();
    }

    @Test
    void theSchemaKnowsTheWordsOfTheProgram() {
        assertWords(Access.class, "list/properties/access");
        assertWords(Kind.class, "list/properties/kinds/items");
        assertWords(ListType.class, "list/properties/type");
        assertWords(Profile.class, "list/properties/profile");
        assertWords(Style.class, "list/properties/style");
        assertWords(UnknownCode.class, "list/properties/unknown-code");
        assertWords(Status.class, "list/properties/status");
        assertWords(Effect.class, "code/properties/effect");
        assertWords(Because.class, "code/properties/because");
        assertWords(Severity.class, "severity");
        assertWords(Confidence.class, "confidence");
        assertWords(Scope.class, "scope/items");
        assertWords(RemovalMethod.class, "methods/items");
        assertWords(Basis.class, "test/properties/basis");
        assertWords(Basis.class, "test/properties/ipv6-basis");
        assertWords(PublicResolvers.class, "usage/properties/public-resolvers");
        assertWords(Registration.class, "usage/properties/registration");
        assertWords(Cost.class, "usage/properties/cost");
        assertWords(ClosedList.Ended.class, "closed/properties/ended");
        assertWords(ClosedList.Behaviour.class, "closed/properties/behaviour");
        assertWords(ClosedList.Risk.class, "closed/properties/false-listing-risk");
    }

    @Test
    void aKeyTheSchemaDoesNotKnowIsFound() {
        YamlMap file = YamlReader.read("lists: [{id: x, zonne: y}]\n", "", new Problems())
                .orElseThrow();
        compare(file, schema);
        assertEquals(List.of("lists[0].zonne is not in the schema", "lists[0] lacks zone"), wrong);
    }

    private void assertFits(String name) {
        wrong.clear();
        compare(
                YamlReader.read(CatalogueReader.resource(name), name, new Problems())
                        .orElseThrow(),
                schema);
        assertEquals(List.of(), wrong);
    }

    private void compare(YamlNode node, JsonNode rule) {
        JsonNode meant = rule.has("$ref") ? schema.at(rule.get("$ref").asText().substring(1)) : rule;
        if (meant.has("anyOf")) {
            compare(node, meant.get("anyOf").get(node instanceof YamlList ? 1 : 0));
            return;
        }
        switch (node) {
            case YamlMap map -> compareMap(map, meant);
            case YamlList list -> list.items().forEach(item -> compare(item, meant.path("items")));
            case YamlText text -> compareText(text, meant);
        }
    }

    private void compareMap(YamlMap map, JsonNode rule) {
        expect("object", rule, map);
        for (String key : map.keys()) {
            JsonNode known = rule.path("properties").path(key);
            JsonNode child = known.isMissingNode() ? rule.path("additionalProperties") : known;
            if (child.isObject()) {
                compare(map.node(key).orElseThrow(), child);
            } else {
                wrong.add(map.path() + "." + key + " is not in the schema");
            }
        }
        for (JsonNode required : rule.path("required")) {
            if (!map.has(required.asText())) {
                wrong.add(map.path() + " lacks " + required.asText());
            }
        }
    }

    private void compareText(YamlText text, JsonNode rule) {
        if (rule.has("enum") && !words(rule).contains(text.value())) {
            wrong.add(text.path() + " has another word: " + text.value());
        }
        if (rule.has("pattern")
                && !text.value().matches(unanchored(rule.get("pattern").asText()))) {
            wrong.add(text.path() + " has another form: " + text.value());
        }
        if (rule.path("type").asText().matches("object|array")) {
            wrong.add(text.path() + " is a single value");
        }
    }

    private void expect(String type, JsonNode rule, YamlNode node) {
        if (!rule.path("type").asText().equals(type)) {
            wrong.add(node.path() + " is an " + type);
        }
    }

    private void assertWords(Class<? extends Enum<?>> type, String path) {
        List<String> words =
                java.util.Arrays.stream(type.getEnumConstants()).map(Labels::of).toList();
        assertEquals(words, words(schema.at("/$defs/" + path)), path);
    }

    private static List<String> words(JsonNode rule) {
        return StreamSupport.stream(rule.path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** A pattern of JSON Schema may match anywhere, one of {@link String#matches} may not. */
    private static String unanchored(String pattern) {
        return pattern.endsWith("$") ? pattern : pattern + ".*";
    }

    private static JsonNode schema() {
        try {
            return new ObjectMapper().readTree(CatalogueReader.resource("schema.json"));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
