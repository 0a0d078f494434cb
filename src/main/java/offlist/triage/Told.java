package offlist.triage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import offlist.bounce.RefusalJson;
import offlist.catalogue.ListId;
import offlist.pool.IpAddress;
import offlist.reply.NextStep;
import offlist.reply.RefusalClass;

/**
 * The refusal that is looked into, as it was read.
 *
 * @param lists as the reply names them
 * @param known the lists of the catalogue behind them
 * @param id where it is kept
 */
public record Told(
        boolean relevant,
        RefusalClass refusalClass,
        Optional<IpAddress> address,
        Optional<String> recipient,
        Optional<String> server,
        String reply,
        List<String> lists,
        Set<ListId> known,
        List<String> links,
        List<String> contacts,
        List<NextStep> next,
        boolean temporary,
        boolean receiverFault,
        Optional<Instant> at,
        Optional<String> id,
        JsonNode body) {

    /** Copies the collections. */
    public Told {
        lists = List.copyOf(lists);
        known = Set.copyOf(known);
        links = List.copyOf(links);
        contacts = List.copyOf(contacts);
        next = List.copyOf(next);
    }

    /** @param body as {@link RefusalJson} writes it */
    public static Told of(JsonNode body) {
        return new Told(
                body.path("relevant").asBoolean(),
                one(
                                RefusalClass.values(),
                                RefusalClass::label,
                                body.path("class").asText())
                        .orElse(RefusalClass.OTHER),
                text(body, "address").flatMap(IpAddress::tryParse),
                text(body, "recipient"),
                text(body, "remoteMta"),
                body.path("reply").asText(),
                texts(body, "lists"),
                new LinkedHashSet<>(texts(body, "known").stream()
                        .flatMap(id -> ListId.parse(id).stream())
                        .toList()),
                texts(body, "links"),
                texts(body, "contacts"),
                texts(body, "next").stream()
                        .flatMap(label -> one(NextStep.values(), NextStep::label, label).stream())
                        .toList(),
                body.path("temporary").asBoolean(),
                body.path("receiverFault").asBoolean(),
                text(body, "at").or(() -> text(body, "seenAt")).map(Instant::parse),
                text(body, "id"),
                body);
    }

    /** The reply on one line. */
    public String words() {
        return reply.replaceAll("\\s+", " ").strip();
    }

    private static <T> Optional<T> one(T[] all, java.util.function.Function<T, String> label, String wanted) {
        return Stream.of(all).filter(each -> label.apply(each).equals(wanted)).findFirst();
    }

    private static Optional<String> text(JsonNode body, String field) {
        return Optional.ofNullable(body.path(field).textValue());
    }

    private static List<String> texts(JsonNode body, String field) {
        List<String> texts = new ArrayList<>();
        body.path(field).forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
