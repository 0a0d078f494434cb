package offlist.ticket;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/**
 * What a document has to say.
 *
 * @param is one of these as a whole, where there are any
 * @param contains these somewhere inside, each of them
 */
record Where(JsonPointer at, List<Template> is, List<Template> contains) {
    Where {
        is = List.copyOf(is);
        contains = List.copyOf(contains);
    }

    boolean holds(JsonNode document, Function<String, String> value) {
        JsonNode found = document.at(at);
        return !found.isMissingNode()
                && (is.isEmpty() || is.stream().anyMatch(each -> found.asText().equals(each.fill(value))))
                && contains.stream().allMatch(each -> text(found).contains(each.fill(value)));
    }

    private static String text(JsonNode found) {
        return found.isValueNode() ? found.asText() : found.toString();
    }
}
