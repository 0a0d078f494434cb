package offlist.alert.slack;

import static offlist.alert.slack.Mrkdwn.bold;
import static offlist.alert.slack.Mrkdwn.code;
import static offlist.alert.slack.Mrkdwn.link;
import static offlist.alert.slack.Mrkdwn.words;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offlist.alert.Counts;
import offlist.alert.Headline;
import offlist.alert.Item;
import offlist.alert.Item.Change;
import offlist.alert.Message;
import offlist.alert.NextSteps;
import offlist.track.Listing;
import offlist.yaml.Capital;

/** Several listings at once: what to do about the worst, then a line for each, the worst first, as far as there is room. */
final class GroupBlocks {
    /** What fits on a screen. */
    private static final int LINES = 18;

    private final Message message;
    private final boolean oneList;

    GroupBlocks(Message message) {
        this.message = message;
        this.oneList = Headline.lists(message.items()).size() == 1;
    }

    List<ObjectNode> all() {
        List<ObjectNode> blocks = new ArrayList<>();
        message.items().stream()
                .filter(item -> item.change() != Change.CLOSED)
                .findFirst()
                .ifPresent(worst -> blocks.addAll(todo(worst)));
        List<String> counts = Counts.of(message).stream()
                .map(count -> bold(count.label()) + "\n" + words(count.words()))
                .toList();
        if (!counts.isEmpty()) {
            blocks.add(Blocks.fields(counts));
        }
        byWord().forEach((word, items) -> blocks.add(section(word, items)));
        if (message.alsoOpen() > 0) {
            blocks.add(Blocks.context(message.alsoOpen() + " more of this group are still open"));
        }
        return blocks;
    }

    private static List<ObjectNode> todo(Item worst) {
        if (!(worst instanceof Item.OnList onList)) {
            return List.of();
        }
        return List.of(Blocks.todo(NextSteps.ofWorst(onList)), Blocks.context(NextSteps.NOTE));
    }

    private Map<String, List<Item>> byWord() {
        Map<String, List<Item>> sections = new LinkedHashMap<>();
        message.items()
                .forEach(item -> sections.computeIfAbsent(Headline.word(item), word -> new ArrayList<>())
                        .add(item));
        return sections;
    }

    private ObjectNode section(String word, List<Item> items) {
        String heading = Capital.of(word) + " (" + items.size() + ")";
        return Blocks.list(heading, items.stream().map(this::line).toList(), LINES);
    }

    private String line(Item item) {
        return switch (item) {
            case Item.OnList onList -> line(onList);
            case Item.ListState state ->
                words(state.name()) + " · " + words(state.health().state().label());
            case Item.ResolverState state ->
                code(state.resolver().value()) + " · " + words(state.why().isBlank() ? state.words() : state.why());
            case Item.Notice notice -> words(notice.headline());
        };
    }

    private String line(Item.OnList item) {
        Listing listing = item.listing();
        String about = item.change() == Change.CLOSED
                ? "after " + Headline.duration(listing)
                : listing.severity().label() + " · " + words(listing.reason());
        String where = item.facts()
                .lookup()
                .filter(uri -> uri.toString().length() < 80)
                .map(uri -> " · " + link(uri, "look up"))
                .orElse("");
        String name = oneList ? "" : " · " + words(item.facts().name());
        return code(listing.target().text()) + name + " · " + about + where;
    }
}
