package offlist.alert.alertmanager;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import offlist.alert.About;
import offlist.alert.AlertKind;
import offlist.alert.Headline;
import offlist.alert.Item;
import offlist.alert.Item.Change;
import offlist.alert.Message;
import offlist.alert.NextSteps;
import offlist.alert.SafeText;

/** Makes alerts of a message's items. */
final class Alerts {
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST = 2000;

    private Alerts() {}

    /** @param lasts how long an open one holds when it is not sent again */
    static Alert of(Message message, Item item, Instant now, Duration lasts) {
        About about = About.of(item);
        Instant end = about.until().orElse(now.plus(lasts));
        return new Alert(
                labels(item, about),
                annotations(message, item),
                about.since(),
                end.isBefore(about.since()) ? about.since() : end,
                item.change() == Change.CLOSED,
                message.links().of(item));
    }

    private static SortedMap<String, String> labels(Item item, About about) {
        SortedMap<String, String> labels = new TreeMap<>();
        put(labels, "alertname", name(about.kind()));
        put(labels, "kind", about.kind().label());
        put(labels, "severity", about.severity().label());
        put(labels, "address", about.address().orElse(""));
        put(labels, "list", about.list().orElse(""));
        put(labels, "resolver", about.resolver().orElse(""));
        put(labels, "pool", String.join(",", about.pools()));
        put(labels, "reason", about.reason().orElse(""));
        if (item instanceof Item.Notice) {
            put(labels, "incident", item.incident());
        }
        return labels;
    }

    private static String name(AlertKind kind) {
        return switch (kind) {
            case LISTING -> "OfflistListing";
            case LIST_HEALTH -> "OfflistListHealth";
            case RESOLVER_HEALTH -> "OfflistResolverHealth";
            case POOL_SOURCE -> "OfflistPoolSource";
            case BOUNCE_SOURCE -> "OfflistBounceSource";
            case REMOVAL_TASK -> "OfflistRemovalTask";
            case REFUSAL -> "OfflistRefusal";
            case BUDGET -> "OfflistBudget";
            case DELIVERY -> "OfflistDelivery";
            case DIGEST -> "OfflistDigest";
        };
    }

    /** Alertmanager takes a label without a value for none. */
    private static void put(SortedMap<String, String> labels, String name, String value) {
        String safe = SafeText.line(value, LONGEST_LABEL);
        if (!safe.isEmpty()) {
            labels.put(name, safe);
        }
    }

    private static SortedMap<String, String> annotations(Message message, Item item) {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put("summary", Headline.of(message, standing(item)));
        note(texts, "description", description(item));
        if (item instanceof Item.OnList onList) {
            note(texts, "text", onList.listing().text());
            link(texts, "lookup", onList.facts().lookup());
            link(texts, "removal", onList.facts().removal());
        }
        link(texts, "page", message.links().of(item));
        return texts;
    }

    /** What is open is said as it was in the beginning: a text that grows older each time would change each time. */
    private static Item standing(Item item) {
        return item instanceof Item.OnList onList && item.change() != Change.CLOSED
                ? new Item.OnList(Change.OPENED, onList.listing(), onList.before(), onList.facts())
                : item;
    }

    private static String description(Item item) {
        return switch (item) {
            case Item.OnList onList ->
                sentence(onList.facts().means())
                        + sentence(onList.facts().impact())
                        + NextSteps.ofWorst(onList).getFirst().text();
            case Item.ListState list ->
                NextSteps.ofList(list.health().state()) + " " + list.health().cause();
            case Item.ResolverState resolver -> NextSteps.ofResolver(resolver) + " " + resolver.why();
            case Item.Notice notice -> String.join(" ", notice.lines()) + " " + String.join(" ", notice.action());
        };
    }

    private static String sentence(String text) {
        return text.isBlank() ? "" : SafeText.line(text, LONGEST / 4) + ". ";
    }

    private static void note(SortedMap<String, String> texts, String name, String text) {
        String safe = SafeText.line(text, LONGEST);
        if (!safe.isEmpty()) {
            texts.put(name, safe);
        }
    }

    private static void link(SortedMap<String, String> texts, String name, Optional<URI> page) {
        page.map(URI::toASCIIString).filter(href -> href.length() <= LONGEST).ifPresent(href -> texts.put(name, href));
    }
}
