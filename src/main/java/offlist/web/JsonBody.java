package offlist.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import offlist.web.Problem.Kind;
import offlist.yaml.Nearest;

/** The body of a request, an object with known keys; what is wrong with it is said in its own words. */
record JsonBody(JsonNode root) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static JsonBody read(String body, String example, List<String> keys) {
        JsonNode root = parse(body);
        if (!root.isObject()) {
            throw bad("the body is an object such as " + example);
        }
        root.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw bad("unknown key " + Wanted.shown(key) + Nearest.hint(key, keys));
            }
        });
        return new JsonBody(root);
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw bad("the body is no JSON");
        }
    }

    Optional<String> text(String key) {
        JsonNode node = root.path(key);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw bad("`" + key + "` is a text");
        }
        return Optional.of(node.textValue().strip()).filter(text -> !text.isEmpty());
    }

    String needed(String key) {
        return text(key).orElseThrow(() -> bad("`" + key + "` is missing"));
    }

    static ProblemException bad(String detail) {
        return new ProblemException(Kind.BAD_BODY, detail);
    }
}
