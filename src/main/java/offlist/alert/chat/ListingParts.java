package offlist.alert.chat;

import static offlist.alert.chat.Outlines.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.alert.Headline;
import offlist.alert.Item;
import offlist.alert.Item.Change;
import offlist.alert.ListFacts;
import offlist.alert.NextSteps;
import offlist.alert.SafeText;
import offlist.alert.Times;
import offlist.alert.chat.Outline.Part;
import offlist.pool.PoolName;
import offlist.track.ListedCode;
import offlist.track.Listing;

/** All about one listing: what to do, then what it is. */
final class ListingParts {
    private static final int MOST_CODES = 8;
    private static final int LONGEST_QUOTE = 500;

    private ListingParts() {}

    static List<Part> of(Item.OnList item) {
        Listing listing = item.listing();
        boolean open = item.change() != Change.CLOSED;
        List<Part> parts = new ArrayList<>();
        parts.add(Outlines.todo(NextSteps.of(item)));
        parts.add(new Part(facts(listing, item.facts()), 0));
        parts.add(codes(item.change() == Change.CHANGED ? "Codes now" : "Codes", listing.codes()));
        if (!item.before().isEmpty()) {
            parts.add(codes("Codes before", item.before()));
        }
        if (open && !listing.text().isBlank()) {
            parts.add(Outlines.part(Line.words("The list says: " + SafeText.line(listing.text(), LONGEST_QUOTE))));
        }
        if (open) {
            parts.add(new Part(notes(item.facts()), 0));
        }
        return parts;
    }

    private static List<Line> notes(ListFacts facts) {
        return Stream.concat(
                        Stream.of(NextSteps.NOTE), facts.warnings().stream().map(warning -> "Mind: " + warning))
                .map(text -> Line.note(words(text)))
                .toList();
    }

    private static List<Line> facts(Listing listing, ListFacts facts) {
        String pools = listing.pools().stream().map(PoolName::value).collect(Collectors.joining(", "));
        Stream<Line> always = Stream.of(
                fact("Address", listing.target().text(), ""),
                fact("Pool", pools, ""),
                fact("List", facts.name(), facts.zone()),
                fact("Severity", listing.severity().label(), facts.impact()),
                fact("Reason", listing.reason(), facts.means()),
                fact("Since", Times.utc(listing.openedAt()), ""));
        Stream<Line> closed = listing.closedAt().stream()
                .map(at -> fact("Until", Times.utc(at), "after " + Headline.duration(listing)));
        return Stream.concat(always, closed).toList();
    }

    private static Line fact(String label, String value, String note) {
        return Line.fact(label, words(value) + (note.isEmpty() ? "" : " · " + words(note)));
    }

    private static Part codes(String heading, List<ListedCode> codes) {
        List<Line> lines = codes.stream()
                .map(code -> Line.row(words(code.answer()), words(code.meaning()), Optional.empty()))
                .toList();
        return Outlines.part(heading, lines, MOST_CODES);
    }
}
