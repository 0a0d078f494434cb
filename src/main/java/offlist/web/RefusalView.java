package offlist.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import offlist.bounce.Refusal;
import offlist.bounce.RefusalJson;
import offlist.bounce.Refusals.Asked;
import offlist.bounce.Refusals.Kept;
import offlist.reply.RefusalClass;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as programs see it.
 *
 * @param relevant whether it is about our address, our network or our reputation as a sender
 * @param refusalClass {@code public_list}, {@code private_list}, {@code domain_list}, {@code rdns_policy}, {@code rate_limit},
 *     {@code policy}, {@code authentication}, {@code content}, {@code recipient} or {@code other}
 * @param address the refused address, null while it is unknown or when the refusal is not about an address
 * @param addressEvidence {@code mta_record}, {@code reply_text}, {@code url} or {@code received_chain}
 * @param replyCode as in the text
 * @param enhancedCode as in the text
 * @param lists lists that it names, as zones or names
 * @param operator whose list or rule it is
 * @param links pages for look-up or removal, those in the text first
 * @param temporary whether it passes by itself
 * @param ours whether the address is in a pool, null while it is unknown
 * @param next what to do, in order
 * @param candidates addresses of the pool that it can be, when that cannot be told
 * @param known lists of the catalogue behind {@code lists}
 * @param receiverFault the receiver's own look-up is refused and misread: the address is not listed
 * @param rule the id of the rule that decided
 * @param id null where it is not kept
 * @param asked what lists that it names said when they were asked because of it
 */
public record RefusalView(
        boolean relevant,
        @JsonProperty("class") String refusalClass,
        @Nullable String address,
        @Nullable String addressEvidence,
        @Nullable String recipient,
        @Nullable String remoteMta,
        @Nullable String replyCode,
        @Nullable String enhancedCode,
        List<String> lists,
        @Nullable String operator,
        List<String> links,
        boolean temporary,
        @Nullable Boolean ours,
        List<String> next,
        List<String> contacts,
        List<String> known,
        List<String> candidates,
        List<String> pools,
        @Nullable String receiverCode,
        boolean receiverFault,
        String rule,
        String reply,
        @Nullable Instant at,
        @Nullable String id,
        @Nullable Instant seenAt,
        List<Said> asked) {

    /**
     * What a list said.
     *
     * @param verdict null while it has not been asked
     * @param disagrees the refusal names the list, and the list says that the address is not on it
     */
    public record Said(
            String list, @Nullable String verdict, @Nullable Instant at, boolean disagrees) {
        static Said of(Asked asked) {
            return new Said(
                    asked.list().value(),
                    asked.verdict().orElse(null),
                    asked.at().orElse(null),
                    asked.disagrees());
        }
    }

    static RefusalView of(Refusal refusal) {
        return of(RefusalJson.encode(refusal), List.of());
    }

    static RefusalView of(Kept kept) {
        return of(
                RefusalJson.decode(kept.body()),
                kept.asked().stream().map(Said::of).toList());
    }

    /** @param body as {@link RefusalJson} writes it */
    static RefusalView of(JsonNode body) {
        return of(body, List.of());
    }

    private static RefusalView of(JsonNode node, List<Said> asked) {
        return new RefusalView(
                node.path("relevant").asBoolean(),
                node.path("class").asText(RefusalClass.OTHER.label()),
                text(node, "address"),
                text(node, "addressEvidence"),
                text(node, "recipient"),
                text(node, "remoteMta"),
                text(node, "replyCode"),
                text(node, "enhancedCode"),
                texts(node, "lists"),
                text(node, "operator"),
                texts(node, "links"),
                node.path("temporary").asBoolean(),
                node.path("ours").isBoolean() ? node.path("ours").booleanValue() : null,
                texts(node, "next"),
                texts(node, "contacts"),
                texts(node, "known"),
                texts(node, "candidates"),
                texts(node, "pools"),
                text(node, "receiverCode"),
                node.path("receiverFault").asBoolean(),
                node.path("rule").asText("none"),
                node.path("reply").asText(""),
                time(node, "at"),
                text(node, "id"),
                time(node, "seenAt"),
                asked);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).textValue();
    }

    private static @Nullable Instant time(JsonNode node, String field) {
        String text = text(node, field);
        return text == null ? null : Instant.parse(text);
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
