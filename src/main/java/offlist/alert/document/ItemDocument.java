package offlist.alert.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import offlist.alert.About;
import offlist.alert.Headline;
import offlist.alert.Item;
import offlist.alert.ListFacts;
import offlist.alert.Message;
import offlist.alert.NextSteps;
import offlist.track.CloseReason;
import offlist.track.ListedCode;
import offlist.track.Listing;

/** One item of a document. */
final class ItemDocument {
    private static final int MOST_CODES = 20;

    private ItemDocument() {}

    static ObjectNode of(Message message, Item item) {
        About about = About.of(item);
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("incident", Texts.word(item.incident()))
                .put("kind", about.kind().label())
                .put("change", About.word(item.change()))
                .put("headline", Headline.of(message, item))
                .put("severity", about.severity().label())
                .put("since", about.since().toString())
                .put("until", about.until().map(Instant::toString).orElse(null))
                .put("address", Texts.word(about.address()))
                .put("list", Texts.word(about.list()))
                .put("resolver", Texts.word(about.resolver()))
                .put("state", Texts.word(about.state()))
                .put("reason", Texts.word(about.reason()))
                .put("link", Texts.uri(message.links().of(item)));
        node.set("pools", Texts.lines(about.pools()));
        switch (item) {
            case Item.OnList onList -> listing(node, onList);
            case Item.ListState list ->
                notes(
                        node,
                        list.name(),
                        List.of(list.health().cause()),
                        NextSteps.ofList(list.health().state()));
            case Item.ResolverState resolver ->
                notes(node, "", List.of(resolver.why()), NextSteps.ofResolver(resolver));
            case Item.Notice notice -> notes(node, "", notice.lines(), String.join(" ", notice.action()));
        }
        return node;
    }

    private static void notes(ObjectNode node, String listName, List<String> lines, String action) {
        if (!listName.isEmpty()) {
            node.put("listName", Texts.word(listName));
        }
        node.put("action", Texts.line(action));
        node.set(
                "notes",
                Texts.lines(lines.stream().filter(line -> !line.isBlank()).toList()));
    }

    private static void listing(ObjectNode node, Item.OnList item) {
        Listing listing = item.listing();
        ListFacts facts = item.facts();
        node.put("listName", Texts.word(facts.name()))
                .put("zone", Texts.word(facts.zone()))
                .put("scope", listing.scope().label())
                .put("covers", Texts.word(listing.covers()))
                .put("flapping", listing.flapping())
                .put(
                        "closedBecause",
                        listing.closedBecause().map(CloseReason::label).orElse(null))
                .put("text", Texts.line(listing.text()))
                .put("impact", Texts.line(facts.impact()))
                .put("means", Texts.line(facts.means()))
                .put("action", Texts.line(facts.action()))
                .put("lookup", Texts.uri(facts.lookup()))
                .put("removal", Texts.uri(facts.removal()));
        node.set("codes", codes(listing.codes()));
        node.set("codesBefore", codes(item.before()));
        node.set("beforeRemoval", Texts.lines(facts.before()));
        node.set("warnings", Texts.lines(facts.warnings()));
    }

    private static ArrayNode codes(List<ListedCode> codes) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        codes.stream()
                .limit(MOST_CODES)
                .forEach(code -> array.addObject()
                        .put("answer", Texts.word(code.answer()))
                        .put("reason", Texts.word(code.reason()))
                        .put("meaning", Texts.word(code.meaning())));
        return array;
    }
}
