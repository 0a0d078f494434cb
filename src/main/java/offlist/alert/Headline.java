package offlist.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.probe.Health;
import offlist.track.CloseReason;
import offlist.track.Listing;
import offlist.track.ResolverState;

/** One line that says what a message is about: subject, header and fallback. Plain text, not escaped. */
public final class Headline {
    private static final int LONGEST = 140;

    private Headline() {}

    public static String of(Message message) {
        return line(
                message.items().size() == 1 ? single(message, message.items().getFirst()) : several(message));
    }

    /** One of a message's items. */
    public static String of(Message message, Item item) {
        return line(single(message, item));
    }

    /** Services refuse a message without one. */
    private static String line(String text) {
        String line = SafeText.line(text, LONGEST);
        return line.isEmpty() ? "Offlist" : line;
    }

    private static String single(Message message, Item item) {
        return switch (item) {
            case Item.OnList onList -> listing(message, onList);
            case Item.ListState state ->
                state.name() + " " + list(state.health().state());
            case Item.ResolverState state -> "Resolver " + state.resolver().value() + " " + resolver(state);
            case Item.Notice notice -> notice.headline();
        };
    }

    private static String listing(Message message, Item.OnList item) {
        Listing listing = item.listing();
        String who = listing.target().text();
        String name = item.facts().name();
        return switch (item.change()) {
            case OPENED -> who + " listed on " + name + again(listing);
            case CHANGED -> who + " on " + name + ": the listing has changed";
            case STILL -> who + " still listed on " + name + " after " + lasted(listing.openedAt(), message.at());
            case CLOSED -> closed(item);
        };
    }

    private static String again(Listing listing) {
        return listing.flapping() ? " once more: it is flapping, you hear of it again when it stays off" : "";
    }

    private static String closed(Item.OnList item) {
        Listing listing = item.listing();
        String who = listing.target().text();
        String name = item.facts().name();
        return switch (listing.closedBecause().orElseThrow()) {
            case DELISTED -> who + " delisted from " + name + " after " + duration(listing);
            case LEFT -> who + " left the pool while listed on " + name;
            case LIST_DROPPED -> who + ": " + name + " is not asked any more";
        };
    }

    /** How long a closed listing was open. */
    public static String duration(Listing listing) {
        return lasted(listing.openedAt(), listing.closedAt().orElse(listing.openedAt()));
    }

    private static String lasted(Instant from, Instant to) {
        return Times.words(Duration.between(from, to));
    }

    private static String list(Health.State state) {
        return switch (state) {
            case HEALTHY -> "is healthy again";
            case REFUSING -> "refuses our questions";
            case LISTS_EVERYTHING -> "lists everything";
            case LISTS_NOTHING -> "lists nothing, not even its test point";
            case UNREACHABLE -> "does not answer";
            case UNVERIFIED -> "is not asked any more";
        };
    }

    private static String resolver(Item.ResolverState item) {
        return item.retired() ? "is not asked any more" : resolver(item.known());
    }

    private static String resolver(ResolverState state) {
        return switch (state) {
            case HEALTHY -> "is healthy again";
            case UNREACHABLE -> "gives us no answers";
            case REWRITES_NXDOMAIN -> "makes up answers for names that do not exist";
            case STRIPS_LOOPBACK -> "hides every listing";
            case PUBLIC -> "is refused as a public one";
            case FILTERS -> "answers differently for some lists";
            case UNVERIFIED -> "is in trouble";
        };
    }

    private static String several(Message message) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        message.items().forEach(item -> counts.merge(word(item), 1, Integer::sum));
        String where = where(message.items());
        if (counts.size() == 1) {
            Map.Entry<String, Integer> only = counts.entrySet().iterator().next();
            String place = only.getKey().equals("delisted") ? where.replaceFirst("^ on ", " from ") : where;
            return only.getValue() + " " + things(message) + covered(message) + " " + only.getKey() + place;
        }
        return counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "))
                + where;
    }

    /** The range or network that all of them are listed with. */
    private static String covered(Message message) {
        Set<String> ranges = message.items().stream()
                .map(item -> item instanceof Item.OnList onList
                        ? onList.listing().covers().orElse("")
                        : "")
                .collect(Collectors.toSet());
        String only = ranges.size() == 1 ? ranges.iterator().next() : "";
        return only.isEmpty() ? "" : " in " + only;
    }

    private static String things(Message message) {
        return switch (message.kind()) {
            case LISTING -> "addresses";
            case LIST_HEALTH -> "lists";
            case RESOLVER_HEALTH -> "resolvers";
            case POOL_SOURCE -> "pool sources";
            case BOUNCE_SOURCE -> "sources of bounces";
            case REMOVAL_TASK -> "removal tasks";
            case REFUSAL -> "refusals";
            case BUDGET -> "budgets";
            case DELIVERY -> "receivers";
            case DIGEST -> "digests";
        };
    }

    /** What has happened to one of several, in a word or two. */
    public static String word(Item item) {
        boolean listing = item instanceof Item.OnList;
        return switch (item.change()) {
            case OPENED -> listing ? "listed" : "in trouble";
            case CHANGED -> "changed";
            case STILL -> listing ? "still listed" : "still in trouble";
            case CLOSED ->
                switch (item) {
                    case Item.OnList onList -> ending(onList.listing());
                    case Item.ListState list -> list.health().believable() ? "healthy again" : "not asked any more";
                    case Item.ResolverState resolver -> resolver.retired() ? "not asked any more" : "healthy again";
                    case Item.Notice notice -> "well again";
                };
        };
    }

    private static String ending(Listing listing) {
        return switch (listing.closedBecause().orElse(CloseReason.DELISTED)) {
            case DELISTED -> "delisted";
            case LEFT -> "left the pool";
            case LIST_DROPPED -> "not asked any more";
        };
    }

    private static String where(Collection<Item> items) {
        List<String> names = lists(items);
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> " on " + names.getFirst();
            default -> " on " + names.size() + " blocklists";
        };
    }

    /** The names of the lists that listings are about, each once. */
    public static List<String> lists(Collection<Item> items) {
        return items.stream()
                .flatMap(item -> item instanceof Item.OnList onList
                        ? Stream.of(onList.facts().name())
                        : Stream.empty())
                .distinct()
                .toList();
    }
}
