package offlist.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offlist.web.Problem.Kind;
import offlist.yaml.Nearest;

/**
 * What to check now.
 *
 * @param targets addresses or domain names
 * @param lists ids of lists; all that are asked when it is empty
 */
public record CheckRequest(List<String> targets, List<String> lists) {
    private static final List<String> KEYS = List.of("targets", "lists");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public CheckRequest {
        targets = List.copyOf(targets);
        lists = List.copyOf(lists);
    }

    /** Reads a body; what is wrong with it is said in its own words. */
    static CheckRequest read(String body) {
        JsonNode root = parse(body);
        if (!root.isObject()) {
            throw bad("the body is an object such as {\"targets\": [\"192.0.2.10\"]}");
        }
        root.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw bad("unknown key " + Wanted.shown(key) + Nearest.hint(key, KEYS));
            }
        });
        return new CheckRequest(texts(root, "targets"), texts(root, "lists"));
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            String where = Optional.ofNullable(e.getLocation())
                    .map(CheckRequest::words)
                    .orElse("");
            throw bad("the body is no JSON" + where);
        }
    }

    private static List<String> texts(JsonNode root, String key) {
        JsonNode array = root.path(key);
        if (array.isMissingNode() || array.isNull()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array) {
            texts.add(element.isTextual() ? element.textValue() : "");
        }
        if (!array.isArray() || texts.contains("")) {
            throw bad("`" + key + "` is an array of texts");
        }
        return texts;
    }

    private static ProblemException bad(String detail) {
        return new ProblemException(Kind.BAD_BODY, detail);
    }

    private static String words(JsonLocation location) {
        return " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
