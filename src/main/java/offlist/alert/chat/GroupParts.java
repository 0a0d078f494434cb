package offlist.alert.chat;

import static offlist.alert.chat.Outlines.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.alert.Counts;
import offlist.alert.Headline;
import offlist.alert.Item;
import offlist.alert.Item.Change;
import offlist.alert.Message;
import offlist.alert.NextSteps;
import offlist.alert.chat.Outline.Part;
import offlist.track.Listing;
import offlist.yaml.Capital;

/** Several items at once: what to do about the worst, how many where, then a line for each, the worst first. */
final class GroupParts {
    /** What fits on a screen. */
    private static final int LINES = 18;

    private GroupParts() {}

    static List<Part> of(Message message) {
        List<Part> parts = new ArrayList<>();
        message.items().stream()
                .filter(item -> item.change() != Change.CLOSED)
                .findFirst()
                .ifPresent(worst -> parts.addAll(todo(worst)));
        List<Line> counts = Counts.of(message).stream()
                .map(count -> Line.fact(count.label(), count.words()))
                .toList();
        if (!counts.isEmpty()) {
            parts.add(new Part(counts, 0));
        }
        boolean oneList = Headline.lists(message.items()).size() == 1;
        byWord(message).forEach((word, items) -> parts.add(section(word, items, oneList)));
        return parts;
    }

    private static List<Part> todo(Item worst) {
        return switch (worst) {
            case Item.OnList onList -> List.of(Outlines.todo(NextSteps.ofWorst(onList)));
            case Item.ResolverState state -> List.of(Outlines.part(Line.words(NextSteps.OF_RESOLVERS)));
            case Item.ListState state -> List.of();
            case Item.Notice notice -> List.of();
        };
    }

    private static Map<String, List<Item>> byWord(Message message) {
        Map<String, List<Item>> sections = new LinkedHashMap<>();
        message.items()
                .forEach(item -> sections.computeIfAbsent(Headline.word(item), word -> new ArrayList<>())
                        .add(item));
        return sections;
    }

    private static Part section(String word, List<Item> items, boolean oneList) {
        String heading = Capital.of(word) + " (" + items.size() + ")";
        return Outlines.part(
                heading, items.stream().map(item -> line(item, oneList)).toList(), LINES);
    }

    private static Line line(Item item, boolean oneList) {
        return switch (item) {
            case Item.OnList onList -> line(onList, oneList);
            case Item.ListState state ->
                Line.row(words(state.name()), words(state.health().state().label()), Optional.empty());
            case Item.ResolverState state ->
                Line.row(
                        words(state.resolver().value()),
                        words(state.why().isBlank() ? state.words() : state.why()),
                        Optional.empty());
            case Item.Notice notice -> Line.words(words(notice.headline()));
        };
    }

    private static Line line(Item.OnList item, boolean oneList) {
        Listing listing = item.listing();
        String about = item.change() == Change.CLOSED
                ? "after " + Headline.duration(listing)
                : listing.severity().label() + " · " + listing.reason();
        String name = oneList ? "" : item.facts().name() + " · ";
        return Line.row(
                listing.target().text(),
                words(name + about),
                item.facts().lookup().filter(uri -> uri.toString().length() < 80));
    }
}
