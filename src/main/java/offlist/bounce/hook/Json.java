package offlist.bounce.hook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offlist.pool.IpAddress;

/** Values out of a body, each no longer than such a value is, and nothing where something else stands. */
final class Json {
    /** No payload of a service is deeper than ten. */
    private static final int DEEPEST = 50;

    private static final int LONGEST = 8000;
    /** Ten digits of seconds last until the year 2286. */
    private static final double LAST_SECOND = 9_999_999_999.0;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static Optional<JsonNode> parse(byte[] body) {
        try {
            return Optional.ofNullable(MAPPER.readTree(body)).filter(node -> !node.isMissingNode());
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    static Optional<JsonNode> parse(String body) {
        return parse(body.getBytes(StandardCharsets.UTF_8));
    }

    /** An array's objects, or the one object. */
    static List<JsonNode> objects(JsonNode node) {
        List<JsonNode> objects = new ArrayList<>();
        if (node.isObject()) {
            objects.add(node);
        }
        if (node.isArray()) {
            node.forEach(element -> {
                if (element.isObject()) {
                    objects.add(element);
                }
            });
        }
        return objects;
    }

    /** A text that is not blank, without what no store keeps: control characters and halves of characters. */
    static Optional<String> text(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .map(text -> text.length() <= LONGEST ? text : text.substring(0, LONGEST))
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .map(text -> text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ").strip())
                .filter(text -> !text.isEmpty());
    }

    /** A text of one line of at most so many characters. */
    static Optional<String> word(JsonNode node, int longest) {
        return text(node).filter(text -> text.length() <= longest && text.indexOf('\n') < 0);
    }

    static Optional<IpAddress> address(JsonNode node) {
        return word(node, 64).flatMap(IpAddress::tryParse);
    }

    /** Seconds since 1970 with or without a fraction, as a number. */
    static Optional<Instant> seconds(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isNumber)
                .map(JsonNode::doubleValue)
                .filter(seconds -> seconds > 0 && seconds <= LAST_SECOND)
                .map(seconds -> Instant.ofEpochMilli(Math.round(seconds * 1000)));
    }

    /** As RFC 3339 writes it. */
    static Optional<Instant> time(JsonNode node) {
        try {
            return word(node, 64).map(Instant::parse);
        } catch (DateTimeException broken) {
            return Optional.empty();
        }
    }
}
