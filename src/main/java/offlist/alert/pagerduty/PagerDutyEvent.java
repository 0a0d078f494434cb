package offlist.alert.pagerduty;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import offlist.alert.About;
import offlist.alert.Headline;
import offlist.alert.Item;
import offlist.alert.Message;
import offlist.alert.NextSteps;
import offlist.alert.SafeText;
import offlist.catalogue.Severity;
import offlist.track.Listing;

/** An item as the Events API v2 takes it. */
final class PagerDutyEvent {
    private static final int LONGEST_SUMMARY = 1024;
    private static final int LONGEST_KEY = 255;
    private static final int LONGEST = 1000;
    private static final int LONGEST_WORD = 200;
    private static final int MOST_CODES = 10;

    private PagerDutyEvent() {}

    static ObjectNode of(Message message, Item item, String routingKey) {
        boolean over = item.change() == Item.Change.CLOSED;
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("routing_key", routingKey)
                .put("event_action", over ? "resolve" : "trigger")
                .put("dedup_key", key(item))
                .put("client", "Offlist");
        message.links().of(item).ifPresent(page -> event.put("client_url", page.toASCIIString()));
        event.set("payload", payload(message, item));
        event.set("links", links(item));
        return event;
    }

    /** The same for the beginning and the end of an incident. */
    static String key(Item item) {
        return SafeText.line("offlist/" + item.incident(), LONGEST_KEY);
    }

    private static ObjectNode payload(Message message, Item item) {
        About about = About.of(item);
        ObjectNode payload = JsonNodeFactory.instance
                .objectNode()
                .put("summary", SafeText.line(Headline.of(message, item), LONGEST_SUMMARY))
                .put(
                        "source",
                        word(about.address().or(about::resolver).or(about::list).orElse("offlist")))
                .put("severity", severity(about.severity()))
                .put("timestamp", about.until().orElse(about.since()).toString())
                .put("class", about.kind().label());
        about.list().ifPresent(list -> payload.put("component", word(list)));
        if (!about.pools().isEmpty()) {
            payload.put("group", word(String.join(", ", about.pools())));
        }
        payload.set("custom_details", details(item));
        return payload;
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "critical";
            case MAJOR -> "error";
            case MINOR -> "warning";
            case INFORMATIONAL -> "info";
        };
    }

    private static ObjectNode details(Item item) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        switch (item) {
            case Item.OnList onList -> listing(details, onList);
            case Item.ListState list -> {
                put(details, "effect", NextSteps.ofList(list.health().state()));
                put(details, "cause", list.health().cause());
            }
            case Item.ResolverState resolver -> {
                put(details, "effect", NextSteps.ofResolver(resolver));
                put(details, "cause", resolver.why());
            }
            case Item.Notice notice -> {
                put(details, "what", String.join(" ", notice.lines()));
                put(details, "action", String.join(" ", notice.action()));
            }
        }
        return details;
    }

    private static void listing(ObjectNode details, Item.OnList item) {
        Listing listing = item.listing();
        put(details, "list", item.facts().name());
        put(details, "codes", codes(listing));
        put(details, "reason", listing.reason());
        put(details, "means", item.facts().means());
        put(details, "why it matters", item.facts().impact());
        put(details, "the list says", listing.text());
        put(
                details,
                "what to do",
                NextSteps.ofWorst(item).stream().map(NextSteps.Step::text).collect(Collectors.joining(". ")));
        listing.covers().ifPresent(range -> put(details, "covers", range));
    }

    private static String codes(Listing listing) {
        int more = listing.codes().size() - MOST_CODES;
        return listing.codes().stream()
                        .limit(MOST_CODES)
                        .map(code -> word(code.answer()) + " " + SafeText.line(code.meaning(), LONGEST_WORD / 4))
                        .collect(Collectors.joining("; "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static void put(ObjectNode details, String name, String text) {
        if (!text.isBlank()) {
            details.put(name, SafeText.line(text, LONGEST));
        }
    }

    private static ArrayNode links(Item item) {
        ArrayNode links = JsonNodeFactory.instance.arrayNode();
        if (item instanceof Item.OnList onList) {
            link(links, onList.facts().lookup(), "What the list has on it");
            link(links, onList.facts().removal(), "Ask for removal");
        }
        return links;
    }

    private static void link(ArrayNode links, Optional<URI> page, String text) {
        page.map(URI::toASCIIString)
                .filter(href -> href.length() <= LONGEST)
                .ifPresent(href -> links.addObject().put("href", href).put("text", text));
    }

    private static String word(String text) {
        return SafeText.line(text, LONGEST_WORD);
    }
}
