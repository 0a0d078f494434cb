package offlist.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import offlist.alert.Item.Change;
import offlist.alert.MessageBook.Draft;
import offlist.alert.MessageBook.Line;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.pool.IpAddress;
import offlist.track.Event;
import offlist.track.EventJson;
import offlist.track.ListHealthChanged;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.PoolMembershipChanged;
import offlist.track.ResolverHealthChanged;
import offlist.track.Transition;
import offlist.track.Trouble;
import offlist.yaml.Labels;

/** Makes of a message's events what a receiver reads: several about the same incident become one item. */
final class Composer {
    private static final Comparator<Item> WORST_FIRST =
            Comparator.comparing(Item::change).thenComparing(Composer::weight).thenComparing(Composer::byTarget);

    private final FactsOf facts;

    private final Supplier<Links> links;

    Composer(FactsOf facts, Supplier<Links> links) {
        this.facts = facts;
        this.links = links;
    }

    /** Empty when nothing is left to say, as for a reminder of what has ended meanwhile. */
    Optional<Message> compose(String receiver, Draft draft, List<Line> lines, int alsoOpen) {
        Map<String, List<Line>> incidents = new LinkedHashMap<>();
        lines.forEach(line -> incidents
                .computeIfAbsent(line.incident(), incident -> new ArrayList<>())
                .add(line));
        List<Item> items = incidents.values().stream()
                .flatMap(story -> item(story, draft.repeated()).stream())
                .sorted(WORST_FIRST)
                .toList();
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Message(
                        draft.id(),
                        draft.thread(),
                        receiver,
                        kind(items.getFirst()),
                        draft.repeated(),
                        draft.madeAt(),
                        items,
                        alsoOpen,
                        links.get()));
    }

    private Optional<Item> item(List<Line> story, boolean repeated) {
        boolean opening = story.stream().anyMatch(Line::opening);
        Optional<Event> last = EventJson.decode(story.getLast().entry());
        return last.flatMap(event -> Signal.of(event).map(signal -> {
            Change change = signal.closing() ? Change.CLOSED : repeated ? Change.STILL : opened(opening);
            return item(event, change, story);
        }));
    }

    private static Change opened(boolean opening) {
        return opening ? Change.OPENED : Change.CHANGED;
    }

    private Item item(Event event, Change change, List<Line> story) {
        return switch (event) {
            case Transition transition -> onList(transition.listing(), change, story);
            case ListHealthChanged h -> new Item.ListState(change, h.list(), facts.name(h.list()), h.health(), h.at());
            case ResolverHealthChanged h -> new Item.ResolverState(change, h.resolver(), h.state(), h.cause(), h.at());
            case Trouble trouble -> notice(trouble, change);
            case PoolMembershipChanged membership ->
                throw new IllegalArgumentException("nobody is told of " + membership.id());
        };
    }

    private static Item notice(Trouble trouble, Change change) {
        return new Item.Notice(
                Signal.kind(trouble.kind()),
                change,
                trouble.incident(),
                trouble.headline(),
                severity(trouble),
                trouble.lines(),
                trouble.over() ? List.of() : NextSteps.of(trouble.kind()),
                trouble.at());
    }

    private static Severity severity(Trouble trouble) {
        if (trouble.over() || trouble.kind() == Trouble.Kind.DIGEST) {
            return Severity.INFORMATIONAL;
        }
        return trouble.labels().getOrDefault(AlertLabels.SEVERITY, List.of()).stream()
                .flatMap(word -> Labels.find(Severity.class, word).stream())
                .findFirst()
                .orElse(Severity.MAJOR);
    }

    private Item onList(Listing listing, Change change, List<Line> story) {
        List<ListedCode> before = change == Change.CHANGED ? firstBefore(story) : List.of();
        return new Item.OnList(change, listing, before, facts.of(listing));
    }

    private List<ListedCode> firstBefore(List<Line> story) {
        return story.stream()
                .flatMap(line -> EventJson.decode(line.entry()).stream())
                .flatMap(event ->
                        event instanceof Transition.Changed changed ? Stream.of(changed.before()) : Stream.empty())
                .findFirst()
                .orElse(List.of());
    }

    private static int weight(Item item) {
        return switch (item) {
            case Item.OnList onList -> onList.listing().severity().ordinal();
            case Item.Notice notice -> notice.severity().ordinal();
            case Item.ListState i -> 0;
            case Item.ResolverState i -> 0;
        };
    }

    private static int byTarget(Item one, Item other) {
        if (!(one instanceof Item.OnList a) || !(other instanceof Item.OnList b)) {
            return 0;
        }
        return a.listing().target() instanceof IpAddress left && b.listing().target() instanceof IpAddress right
                ? left.compareTo(right)
                : a.listing().target().text().compareTo(b.listing().target().text());
    }

    private static AlertKind kind(Item item) {
        return switch (item) {
            case Item.OnList i -> AlertKind.LISTING;
            case Item.ListState i -> AlertKind.LIST_HEALTH;
            case Item.ResolverState i -> AlertKind.RESOLVER_HEALTH;
            case Item.Notice notice -> notice.kind();
        };
    }

    /** What is known of lists and listings beyond the event itself. */
    interface FactsOf {
        String name(ListId list);

        ListFacts of(Listing listing);
    }
}
