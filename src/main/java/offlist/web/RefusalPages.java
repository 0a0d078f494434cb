package offlist.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.bounce.AddressEvidence;
import offlist.bounce.Blocks;
import offlist.bounce.Complaints;
import offlist.bounce.RefusalDesk;
import offlist.bounce.RefusalFilter;
import offlist.bounce.RefusalJson;
import offlist.bounce.Refusals;
import offlist.bounce.Refusals.Kept;
import offlist.catalogue.ListId;
import offlist.pool.IpAddress;
import offlist.reply.NextStep;
import offlist.reply.RefusalClass;
import offlist.track.Status;
import offlist.yaml.Capital;
import org.jspecify.annotations.Nullable;

/** Gathers what the page of refusals shows, and reads what somebody pastes there. */
final class RefusalPages {
    private static final int MOST = 100;
    private static final Map<String, String> CLASSES =
            words(RefusalClass.values(), RefusalClass::label, RefusalClass::words);
    private static final Map<String, String> STEPS = words(NextStep.values(), NextStep::label, NextStep::words);
    private static final Map<String, String> EVIDENCE =
            words(AddressEvidence.values(), AddressEvidence::label, AddressEvidence::words);

    private final Sources sources;
    private final Refusals refusals;
    private final Blocks blocks;
    private final Complaints complaints;
    private final RefusalDesk desk;

    RefusalPages(Sources sources, Refusals refusals, Blocks blocks, Complaints complaints, RefusalDesk desk) {
        this.sources = sources;
        this.refusals = refusals;
        this.blocks = blocks;
        this.complaints = complaints;
        this.desk = desk;
    }

    /** What is looked for; empty texts are not. */
    record Query(String address, String domain, String receiver) {
        Optional<String> words() {
            String words = Stream.of(address, domain, receiver)
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(", "));
            return Optional.of(words).filter(each -> !each.isEmpty());
        }

        boolean wrong() {
            return !address.isEmpty() && IpAddress.tryParse(address).isEmpty()
                    || !receiver.isEmpty() && ListId.parse(receiver).isEmpty();
        }

        RefusalFilter filter() {
            return new RefusalFilter(
                    IpAddress.tryParse(address),
                    Optional.of(domain.toLowerCase(Locale.ROOT)).filter(each -> !each.isEmpty()),
                    Optional.empty(),
                    ListId.parse(receiver),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    RefusalsPage page(Query query) {
        boolean wrong = query.wrong();
        return page(query, null, "", wrong ? "`" + query.words().orElse("") + "` cannot be looked for." : null);
    }

    /** What was pasted is read and kept as every bounce is. */
    RefusalsPage read(String pasted) {
        Query all = new Query("", "", "");
        if (pasted.isBlank()) {
            return page(all, null, "", "Paste the message that came back, or what the server said.");
        }
        List<RefusalsPage.Row> read = desk.text(pasted).stream()
                .map(RefusalJson::encode)
                .map(body -> row(body, List.of(), null))
                .toList();
        return page(all, read, pasted, read.isEmpty() ? "Nobody refused anything in this text." : null);
    }

    private RefusalsPage page(
            Query query, @Nullable List<RefusalsPage.Row> read, String pasted, @Nullable String wrong) {
        Status status = sources.board().now();
        Rows rows = new Rows(sources, status.at());
        return new RefusalsPage(
                Frame.still("Refusals", status),
                query.words().orElse(null),
                blocks.find(Optional.of(true), Optional.empty(), Optional.empty(), Optional.empty(), MOST).stream()
                        .map(block -> new RefusalsPage.BlockRow(
                                block.address().text(),
                                block.receiver().value(),
                                rows.name(block.receiver()),
                                block.code().orElse(null),
                                block.reply(),
                                When.of(block.openedAt(), status.at())))
                        .toList(),
                query.wrong()
                        ? List.of()
                        : refusals.find(query.filter(), Optional.empty(), MOST).stream()
                                .map(kept -> row(kept, status.at()))
                                .toList(),
                query.wrong() ? List.of() : complaints(query, status.at()),
                read,
                pasted,
                wrong);
    }

    /** Nobody complains to a receiver that is looked for. */
    private List<RefusalsPage.ComplaintRow> complaints(Query query, Instant now) {
        return complaints.since(refusals.usual(), IpAddress.tryParse(query.address())).stream()
                .filter(count -> query.receiver().isEmpty()
                        && (query.domain().isEmpty()
                                || count.domain().equals(query.filter().domain())))
                .limit(MOST)
                .map(count -> new RefusalsPage.ComplaintRow(
                        count.address().orElse(null),
                        count.type(),
                        count.domain().orElse(null),
                        count.complaints(),
                        When.of(count.last(), now)))
                .toList();
    }

    private static RefusalsPage.Row row(Kept kept, Instant now) {
        JsonNode body = RefusalJson.decode(kept.body());
        List<String> asked = kept.asked().stream()
                .map(each -> each.list() + " says "
                        + each.verdict()
                                .map(verdict -> verdict.replace('_', ' '))
                                .orElse("nothing yet"))
                .toList();
        return row(body, asked, When.of(Instant.parse(body.path("seenAt").asText()), now));
    }

    private static RefusalsPage.Row row(JsonNode body, List<String> asked, @Nullable When seen) {
        boolean relevant = body.path("relevant").asBoolean();
        return new RefusalsPage.Row(
                text(body, "recipient", "somebody"),
                text(body, "remoteMta", "an unknown server"),
                text(body, "address", relevant ? "unknown" : "–"),
                body.path("ours").asBoolean(),
                EVIDENCE.getOrDefault(body.path("addressEvidence").asText(), ""),
                relevant,
                Capital.of(CLASSES.getOrDefault(body.path("class").asText(), "something else")),
                String.join(", ", texts(body.path("lists"))),
                body.path("temporary").asBoolean(),
                body.path("reply").asText(),
                texts(body.path("links")).stream()
                        .flatMap(link -> WebLink.of(link).stream())
                        .toList(),
                texts(body.path("contacts")),
                texts(body.path("next")).stream()
                        .map(step -> Capital.of(STEPS.getOrDefault(step, step)))
                        .toList(),
                asked,
                seen);
    }

    private static String text(JsonNode node, String field, String otherwise) {
        return node.path(field).isTextual() ? node.path(field).asText() : otherwise;
    }

    private static List<String> texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private static <T> Map<String, String> words(T[] all, Function<T, String> label, Function<T, String> words) {
        return Stream.of(all).collect(Collectors.toUnmodifiableMap(label, words));
    }
}
