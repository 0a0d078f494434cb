package offlist.alert.slack;

import static offlist.alert.slack.Mrkdwn.bold;
import static offlist.alert.slack.Mrkdwn.code;
import static offlist.alert.slack.Mrkdwn.time;
import static offlist.alert.slack.Mrkdwn.words;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.alert.Headline;
import offlist.alert.Item;
import offlist.alert.Item.Change;
import offlist.alert.ListFacts;
import offlist.alert.NextSteps;
import offlist.alert.SafeText;
import offlist.pool.PoolName;
import offlist.track.ListedCode;
import offlist.track.Listing;

/** All about one listing: what to do, then what it is. */
final class ListingBlocks {
    private static final int MOST_CODES = 8;
    private static final int LONGEST_TEXT = 600;

    private final Item.OnList item;
    private final Listing listing;
    private final ListFacts facts;
    private final int alsoOpen;

    ListingBlocks(Item.OnList item, int alsoOpen) {
        this.alsoOpen = alsoOpen;
        this.item = item;
        this.listing = item.listing();
        this.facts = item.facts();
    }

    List<ObjectNode> all() {
        List<ObjectNode> blocks = new ArrayList<>();
        blocks.add(Blocks.todo(NextSteps.of(item)));
        blocks.add(Blocks.fields(fields()));
        boolean changed = item.change() == Change.CHANGED;
        blocks.add(codes(changed ? "Codes now" : "Codes", listing.codes()));
        if (!item.before().isEmpty()) {
            blocks.add(codes("Codes before", item.before()));
        }
        if (!listing.text().isBlank() && item.change() != Change.CLOSED) {
            blocks.add(Blocks.plainSection("The list says: " + SafeText.line(listing.text(), LONGEST_TEXT)));
        }
        if (item.change() != Change.CLOSED) {
            blocks.add(Blocks.context(NextSteps.NOTE));
            facts.warnings().forEach(warning -> blocks.add(Blocks.context("Mind: " + words(warning))));
        }
        if (alsoOpen > 0) {
            blocks.add(Blocks.context(alsoOpen + " more of this group are still open"));
        }
        return blocks;
    }

    private List<String> fields() {
        String pools = listing.pools().stream().map(PoolName::value).collect(Collectors.joining(", "));
        Stream<String> always = Stream.of(
                field("Address", code(listing.target().text())),
                field("Pool", code(pools)),
                field("List", words(facts.name()) + (facts.zone().isEmpty() ? "" : "\n" + code(facts.zone()))),
                field(
                        "Severity",
                        words(listing.severity().label())
                                + (facts.impact().isEmpty() ? "" : "\n" + words(facts.impact()))),
                field("Reason", words(listing.reason()) + (facts.means().isEmpty() ? "" : "\n" + words(facts.means()))),
                field("Since", time(listing.openedAt())));
        Stream<String> closed =
                listing.closedAt().stream().map(at -> field("Until", time(at) + "\n" + Headline.duration(listing)));
        return Stream.concat(always, closed).toList();
    }

    private static ObjectNode codes(String heading, List<ListedCode> codes) {
        List<String> lines = codes.stream()
                .map(code -> code(code.answer()) + " " + words(code.meaning()))
                .toList();
        return Blocks.list(heading, lines, MOST_CODES);
    }

    private static String field(String label, String value) {
        return bold(label) + "\n" + value;
    }
}
