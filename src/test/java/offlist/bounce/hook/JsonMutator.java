package offlist.bounce.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Puts into a payload what nobody expects there. */
final class JsonMutator {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random;

    JsonMutator(long seed) {
        this.random = new Random(seed);
    }

    String mutated(String payload) {
        try {
            JsonNode root = JSON.readTree(payload);
            List<JsonNode> places = new ArrayList<>();
            collect(root, places);
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes && !places.isEmpty(); i++) {
                change(places.get(random.nextInt(places.size())));
            }
            String text = root.toString();
            return random.nextInt(20) == 0 ? text.substring(0, random.nextInt(text.length() + 1)) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode() && !node.isEmpty()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }

    private void change(JsonNode place) {
        if (place instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty()) {
                return;
            }
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(names.get(random.nextInt(names.size())), object.get(name));
                default -> object.set(name, odd(object.get(name)));
            }
        } else if (place instanceof ArrayNode array && !array.isEmpty()) {
            int at = random.nextInt(array.size());
            if (random.nextBoolean()) {
                array.set(at, odd(array.get(at)));
            } else {
                array.add(array.get(at).deepCopy());
            }
        }
    }

    private JsonNode odd(JsonNode was) {
        return switch (random.nextInt(16)) {
            case 0 -> MAKE.nullNode();
            case 1 -> MAKE.numberNode(random.nextLong());
            case 2 -> MAKE.numberNode(new double[] {-1, 0, 1e300, -1e300, 9.99e18, 1e-300}[random.nextInt(6)]);
            case 3 -> MAKE.numberNode(java.math.BigInteger.TEN.pow(500));
            case 4 -> MAKE.booleanNode(random.nextBoolean());
            case 5 -> MAKE.textNode("");
            case 6 -> MAKE.textNode("x".repeat(random.nextInt(200_000)));
            case 7 -> MAKE.textNode(was.asText() + "\u0000\r\n\u0007\ud800");
            case 8 -> MAKE.textNode("550 " + "5.7.1 ".repeat(random.nextInt(20_000)));
            case 9 -> MAKE.textNode("<" + was.asText() + ">");
            case 10 -> MAKE.textNode("@".repeat(random.nextInt(500)) + was.asText());
            case 11 -> MAKE.arrayNode().add(was.deepCopy());
            case 12 -> MAKE.objectNode().set(was.asText("a"), was.deepCopy());
            case 13 -> deep(random.nextInt(200));
            case 14 -> MAKE.textNode("(from " + "192.0.2.1 (".repeat(random.nextInt(5_000)));
            default -> MAKE.textNode("999999999999-99-99T99:99:99Z");
        };
    }

    private static JsonNode deep(int levels) {
        JsonNode node = MAKE.arrayNode();
        for (int i = 0; i < levels; i++) {
            node = MAKE.arrayNode().add(node);
        }
        return node;
    }
}
