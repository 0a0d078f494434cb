package offlist.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import offlist.alert.Item;
import offlist.alert.Message;
import offlist.dns.ResolverId;
import offlist.track.Event;
import offlist.track.ListHealthChanged;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.PoolMembershipChanged;
import offlist.track.ResolverHealthChanged;
import offlist.track.Transition;
import offlist.track.Trouble;

/** What was told, in the words of a scenario file. */
final class StoryWords {
    /** A message about more than these says how many they are. */
    private static final int NAMED = 4;

    private final Map<String, ResolverId> resolvers;

    StoryWords(Map<String, ResolverId> resolvers) {
        this.resolvers = resolvers;
    }

    Optional<String> of(Event event) {
        return switch (event) {
            case Transition transition -> Optional.of(of(transition));
            case ListHealthChanged change ->
                Optional.of("health " + change.list() + " "
                        + change.health().state().label());
            case ResolverHealthChanged change ->
                Optional.of("resolver " + name(change.resolver()) + " " + change.state());
            case PoolMembershipChanged change -> Optional.empty();
            case Trouble trouble -> Optional.of("trouble " + trouble.incident() + (trouble.over() ? " over" : ""));
        };
    }

    private String of(Transition transition) {
        Listing listing = transition.listing();
        String end = listing.closedBecause()
                .map(because -> because.label())
                .orElseGet(
                        () -> listing.codes().stream().map(ListedCode::answer).collect(Collectors.joining(" "))
                                + (listing.text().isEmpty() ? "" : " \"" + listing.text() + "\"")
                                + (listing.flapping() ? " flapping" : ""));
        return transition.label() + " " + listing.list() + " "
                + listing.target().text() + " " + end;
    }

    private String name(ResolverId id) {
        return resolvers.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(id.value());
    }

    /** {@code alert ops opened bl 192.0.2.10, closed bl 192.0.2.11}; many of a kind are counted. */
    String of(Message message) {
        Map<String, List<String>> subjects = message.items().stream()
                .collect(Collectors.groupingBy(
                        this::verb, LinkedHashMap::new, Collectors.mapping(this::subject, Collectors.toList())));
        String items = new TreeMap<>(subjects)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + names(entry.getValue()))
                        .collect(Collectors.joining(", "));
        String more = message.alsoOpen() == 0 ? "" : " +" + message.alsoOpen();
        return String.join(" ", "alert", message.receiver(), items + more);
    }

    private static String names(List<String> subjects) {
        return subjects.size() > NAMED
                ? subjects.size() + " addresses"
                : subjects.stream().sorted().collect(Collectors.joining(" "));
    }

    private String verb(Item item) {
        String change = item.change().name().toLowerCase(Locale.ROOT);
        return switch (item) {
            case Item.OnList listing -> change + " " + listing.listing().list();
            case Item.ListState list -> change + " list";
            case Item.ResolverState resolver -> change + " resolver";
            case Item.Notice notice -> change + " " + notice.kind().label();
        };
    }

    private String subject(Item item) {
        return switch (item) {
            case Item.OnList listing -> listing.listing().target().text();
            case Item.ListState list -> list.list().value();
            case Item.ResolverState resolver -> name(resolver.resolver());
            case Item.Notice notice -> notice.incident();
        };
    }
}
