package offlist.track;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import offlist.catalogue.ListId;
import offlist.catalogue.Scope;
import offlist.catalogue.Severity;
import offlist.dns.ResolverId;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.probe.Health;
import offlist.store.OutboxEntry;

/** Events as JSON: the body of an outbox entry and the data of a CloudEvent. */
public final class EventJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private EventJson() {}

    public static String encode(Event event) {
        ObjectNode node =
                JSON.objectNode().put("id", event.id()).put("at", event.at().toString());
        switch (event) {
            case Transition transition -> encode(node, transition);
            case ListHealthChanged change ->
                node.put("list", change.list().value())
                        .put("before", change.before().label())
                        .put("state", change.health().state().label())
                        .put("cause", change.health().cause());
            case ResolverHealthChanged change ->
                node.put("resolver", change.resolver().value())
                        .put("before", change.before())
                        .put("state", change.state())
                        .put("cause", change.cause());
            case PoolMembershipChanged change ->
                node.put("address", change.target().text())
                        .put("joined", change.joined())
                        .set("pools", pools(change.pools()));
            case Trouble trouble -> {
                node.put("about", trouble.about()).put("over", trouble.over()).put("headline", trouble.headline());
                trouble.lines().forEach(node.withArray("lines")::add);
                trouble.labels()
                        .forEach((label, values) ->
                                values.forEach(node.withObject("/labels").withArray(label)::add));
            }
        }
        return node.toString();
    }

    private static void encode(ObjectNode node, Transition transition) {
        Listing listing = transition.listing();
        node.put("address", listing.target().text())
                .put("list", listing.list().value())
                .put("transition", transition.label())
                .put("text", listing.text());
        node.set("codes", codes(listing.codes()));
        node.set("listing", listing(listing));
        node.set("evidence", EvidenceJson.encode(transition.evidence()));
        if (transition instanceof Transition.Changed changed) {
            node.set("before", codes(changed.before()));
        }
    }

    private static ObjectNode listing(Listing listing) {
        ObjectNode node = JSON.objectNode()
                .put("id", listing.id())
                .put("address", listing.target().text())
                .put("list", listing.list().value())
                .put("severity", listing.severity().label())
                .put("scope", listing.scope().label())
                .put("reason", listing.reason())
                .put("text", listing.text())
                .put("openedAt", listing.openedAt().toString())
                .put("closedAt", listing.closedAt().map(Instant::toString).orElse(null))
                .put(
                        "closedBecause",
                        listing.closedBecause().map(CloseReason::label).orElse(null))
                .put("incident", listing.incident())
                .put("flapping", listing.flapping());
        node.set("pools", pools(listing.pools()));
        node.set("codes", codes(listing.codes()));
        return node;
    }

    private static ArrayNode pools(SortedSet<PoolName> pools) {
        ArrayNode node = JSON.arrayNode();
        pools.forEach(pool -> node.add(pool.value()));
        return node;
    }

    /** Codes as they stand in events and in the store. */
    public static ArrayNode codes(List<ListedCode> codes) {
        ArrayNode node = JSON.arrayNode();
        codes.forEach(code -> node.addObject()
                .put("answer", code.answer())
                .put("reason", code.reason())
                .put("meaning", code.meaning())
                .put("sublist", code.sublist().orElse(null)));
        return node;
    }

    /** Reads codes back. */
    public static List<ListedCode> codes(String json) {
        return codes(tree(json));
    }

    private static List<ListedCode> codes(JsonNode node) {
        List<ListedCode> codes = new ArrayList<>();
        node.forEach(code -> codes.add(new ListedCode(
                code.path("answer").asText(),
                code.path("reason").asText(),
                code.path("meaning").asText(),
                optional(code, "sublist"))));
        return codes;
    }

    /** Reads an entry back; entries of other stages are empty. */
    public static Optional<Event> decode(OutboxEntry entry) {
        JsonNode node = tree(entry.body());
        String id = node.path("id").asText();
        return switch (entry.type()) {
            case "offlist.listing.opened" ->
                Optional.of(new Transition.Opened(id, at(node), listing(node), evidence(node)));
            case "offlist.listing.changed" ->
                Optional.of(new Transition.Changed(
                        id, at(node), listing(node), codes(node.path("before")), evidence(node)));
            case "offlist.listing.closed" ->
                Optional.of(new Transition.Closed(id, at(node), listing(node), evidence(node)));
            case "offlist.list.health" ->
                Optional.of(new ListHealthChanged(
                        id,
                        at(node),
                        new ListId(node.path("list").asText()),
                        state(node, "before"),
                        new Health(state(node, "state"), node.path("cause").asText())));
            case "offlist.resolver.health" ->
                Optional.of(new ResolverHealthChanged(
                        id,
                        at(node),
                        new ResolverId(node.path("resolver").asText()),
                        node.path("before").asText(),
                        node.path("state").asText(),
                        node.path("cause").asText()));
            case "offlist.pool.joined", "offlist.pool.left" ->
                Optional.of(new PoolMembershipChanged(
                        id,
                        at(node),
                        Target.parse(node.path("address").asText()),
                        pools(node),
                        node.path("joined").asBoolean()));
            default -> Trouble.isTypeOf(entry.type()) ? Optional.of(trouble(entry.type(), id, node)) : Optional.empty();
        };
    }

    private static Trouble trouble(String type, String id, JsonNode node) {
        List<String> lines = new ArrayList<>();
        node.path("lines").forEach(line -> lines.add(line.asText()));
        Map<String, List<String>> labels = new TreeMap<>();
        node.path("labels").properties().forEach(label -> {
            List<String> values = new ArrayList<>();
            label.getValue().forEach(value -> values.add(value.asText()));
            labels.put(label.getKey(), values);
        });
        return new Trouble(
                id,
                at(node),
                Trouble.kindOf(type),
                node.path("about").asText(),
                node.path("over").asBoolean(),
                node.path("headline").asText(),
                lines,
                labels);
    }

    private static Listing listing(JsonNode transition) {
        JsonNode node = transition.path("listing");
        return new Listing(
                node.path("id").asText(),
                Target.parse(node.path("address").asText()),
                new ListId(node.path("list").asText()),
                pools(node),
                word(Severity.values(), Severity::label, node.path("severity").asText()),
                word(Scope.values(), Scope::label, node.path("scope").asText()),
                node.path("reason").asText(),
                codes(node.path("codes")),
                node.path("text").asText(),
                Instant.parse(node.path("openedAt").asText()),
                optional(node, "closedAt").map(Instant::parse),
                optional(node, "closedBecause").map(word -> CloseReason.valueOf(word.toUpperCase(Locale.ROOT))),
                // Entries of an earlier version have neither.
                optional(node, "incident").orElse(node.path("id").asText()),
                node.path("flapping").asBoolean());
    }

    private static Evidence evidence(JsonNode transition) {
        return EvidenceJson.decode(transition.path("evidence"));
    }

    private static Instant at(JsonNode node) {
        return Instant.parse(node.path("at").asText());
    }

    private static Health.State state(JsonNode node, String field) {
        return Health.State.valueOf(node.path(field).asText().toUpperCase(Locale.ROOT));
    }

    private static SortedSet<PoolName> pools(JsonNode node) {
        SortedSet<PoolName> pools = new TreeSet<>();
        node.path("pools").forEach(pool -> pools.add(new PoolName(pool.asText())));
        return pools;
    }

    /** Pools as they stand in the store: names joined by commas. */
    public static String poolsText(SortedSet<PoolName> pools) {
        return pools.stream().map(PoolName::value).collect(Collectors.joining(","));
    }

    /** Reads {@link #poolsText} back. */
    public static SortedSet<PoolName> poolsOf(String text) {
        SortedSet<PoolName> pools = new TreeSet<>();
        for (String name : text.split(",", -1)) {
            if (!name.isEmpty()) {
                pools.add(new PoolName(name));
            }
        }
        return pools;
    }

    /** The member of an enum that has this label. */
    public static <E> E word(E[] values, Function<E, String> label, String word) {
        for (E value : values) {
            if (label.apply(value).equals(word)) {
                return value;
            }
        }
        throw new IllegalArgumentException("no such word: " + word);
    }

    private static Optional<String> optional(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNull() || value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store holds a body that is no JSON", e);
        }
    }
}
