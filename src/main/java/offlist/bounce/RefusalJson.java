package offlist.bounce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import offlist.catalogue.ListId;
import offlist.pool.IpAddress;
import offlist.pool.PoolName;
import offlist.reply.Meaning;
import offlist.reply.NextStep;

/** A refusal as JSON: in the API, in the store, and as the data of {@code offlist.refusal.seen}. What is unknown is null. */
public final class RefusalJson {
    /** Of a reply; what is longer is a message, not a reply. */
    private static final int LONGEST = 2000;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RefusalJson() {}

    /** The fields of the API, the same in every place. */
    public static ObjectNode encode(Refusal refusal) {
        Meaning meaning = refusal.meaning();
        Attempt attempt = refusal.attempt();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("relevant", meaning.relevant())
                .put("class", meaning.refusalClass().label())
                .put("address", refusal.about().address().map(IpAddress::text).orElse(null))
                .put(
                        "addressEvidence",
                        refusal.about().evidence().map(AddressEvidence::label).orElse(null))
                .put("recipient", attempt.recipient().orElse(null))
                .put("recipientDomain", refusal.domain().orElse(null))
                .put("remoteMta", attempt.remoteMta().orElse(null))
                .put("replyCode", meaning.replyCode().map(String::valueOf).orElse(null))
                .put("enhancedCode", meaning.enhancedCode().orElse(null))
                .put("operator", meaning.operator().orElse(null))
                .put("receiverCode", meaning.receiverCode().orElse(null))
                .put("temporary", meaning.temporary())
                .put("receiverFault", meaning.receiverFault())
                .put("ours", refusal.about().ours().orElse(null))
                .put("rule", meaning.rule())
                .put("reply", cut(attempt.reply()))
                .put("at", attempt.at().map(Instant::toString).orElse(null));
        texts(node.putArray("lists"), meaning.lists(), list -> list);
        texts(node.putArray("links"), meaning.links(), link -> link);
        texts(node.putArray("contacts"), meaning.contacts(), contact -> contact);
        texts(node.putArray("next"), meaning.next(), NextStep::label);
        texts(node.putArray("known"), meaning.known().stream().sorted().toList(), ListId::value);
        texts(node.putArray("pools"), refusal.about().pools(), PoolName::value);
        texts(node.putArray("candidates"), refusal.about().candidates(), IpAddress::text);
        return node;
    }

    /** Reads it back. */
    public static JsonNode decode(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store holds a refusal that is no JSON", e);
        }
    }

    /** The texts of a field. */
    static List<String> texts(JsonNode body, String field) {
        List<String> texts = new ArrayList<>();
        body.path(field).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static String cut(String reply) {
        return reply.length() <= LONGEST ? reply : reply.substring(0, LONGEST) + "…";
    }

    private static <T> void texts(ArrayNode array, Collection<T> values, Function<T, String> text) {
        values.forEach(value -> array.add(text.apply(value)));
    }
}
