package offlist.alert.email;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.alert.Counts;
import offlist.alert.Headline;
import offlist.alert.Item;
import offlist.alert.Item.Change;
import offlist.alert.ListFacts;
import offlist.alert.Message;
import offlist.alert.NextSteps;
import offlist.alert.SafeText;
import offlist.alert.Times;
import offlist.alert.Tone;
import offlist.alert.email.MailView.Cells;
import offlist.alert.email.MailView.Line;
import offlist.alert.email.MailView.Row;
import offlist.alert.email.MailView.Table;
import offlist.pool.PoolName;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.yaml.Capital;

/** Makes of a message what a mail shows. */
final class MailViews {
    private static final int LONGEST = 300;
    private static final int LONGEST_QUOTE = 800;
    private static final int MOST_CODES = 12;
    /** A mail may be longer than a chat message, but nobody reads a thousand lines. */
    private static final int MOST_ROWS = 100;

    private MailViews() {}

    static MailView of(Message message) {
        Item worst = message.items().getFirst();
        boolean single = message.items().size() == 1;
        return new MailView(
                Headline.of(message),
                Tone.of(message).colour(),
                steps(worst, single),
                Stream.concat(notes(worst).stream(), single ? Stream.empty() : counts(message))
                        .toList(),
                single ? facts(worst) : List.of(),
                single ? codes(worst) : groups(message.items()),
                worst instanceof Item.OnList ? "The list says" : "Cause",
                single ? quote(worst) : "",
                page(message, worst, single),
                footer(message));
    }

    private static Stream<String> counts(Message message) {
        return Counts.of(message).stream().map(count -> count.label() + ": " + count.words());
    }

    private static String page(Message message, Item worst, boolean single) {
        return (single ? message.links().of(worst) : message.links().start())
                .map(URI::toASCIIString)
                .orElse("");
    }

    private static List<Line> steps(Item item, boolean single) {
        return switch (item) {
            case Item.OnList onList ->
                (single ? NextSteps.of(onList) : NextSteps.ofWorst(onList))
                        .stream()
                                .map(step -> Line.of(words(step.text()), step.link()))
                                .toList();
            case Item.ListState state ->
                List.of(new Line(NextSteps.ofList(state.health().state()), ""));
            case Item.ResolverState state ->
                List.of(new Line(single ? NextSteps.ofResolver(state) : NextSteps.OF_RESOLVERS, ""));
            case Item.Notice notice ->
                notice.action().stream()
                        .map(action -> new Line(words(action), ""))
                        .toList();
        };
    }

    private static List<String> notes(Item item) {
        return item instanceof Item.OnList onList && item.change() != Change.CLOSED
                ? Stream.concat(
                                Stream.of(NextSteps.NOTE),
                                onList.facts().warnings().stream().map(warning -> "Mind: " + words(warning)))
                        .toList()
                : List.of();
    }

    private static List<Row> facts(Item item) {
        return switch (item) {
            case Item.OnList onList -> facts(onList.listing(), onList.facts());
            case Item.ListState state ->
                List.of(
                        row("List", state.name(), state.list().value()),
                        row("State", state.health().state().label(), ""),
                        row("Since", Times.utc(state.at()), ""));
            case Item.ResolverState state ->
                List.of(
                        row("Resolver", state.resolver().value(), ""),
                        row("State", state.words(), ""),
                        row("Since", Times.utc(state.at()), ""));
            case Item.Notice notice -> List.of();
        };
    }

    private static List<Row> facts(Listing listing, ListFacts facts) {
        String pools = listing.pools().stream().map(PoolName::value).collect(Collectors.joining(", "));
        Stream<Row> always = Stream.of(
                row("Address", listing.target().text(), ""),
                row("Pool", pools, ""),
                row("List", facts.name(), facts.zone()),
                row("Severity", listing.severity().label(), facts.impact()),
                row("Reason", listing.reason(), facts.means()),
                row("Since", Times.utc(listing.openedAt()), ""));
        Stream<Row> closed = listing.closedAt().stream()
                .map(at -> row("Until", Times.utc(at), "after " + Headline.duration(listing)));
        return Stream.concat(always, closed).toList();
    }

    private static Row row(String label, String value, String note) {
        return new Row(label, words(value), words(note));
    }

    private static List<Table> codes(Item item) {
        if (item instanceof Item.Notice notice && !notice.lines().isEmpty()) {
            List<Cells> lines = notice.lines().stream()
                    .map(line -> new Cells("", "", words(line)))
                    .toList();
            return List.of(table("What there is to know", lines, MOST_ROWS));
        }
        if (!(item instanceof Item.OnList onList)) {
            return List.of();
        }
        List<Table> tables = new ArrayList<>();
        boolean changed = item.change() == Change.CHANGED;
        tables.add(codes(changed ? "Codes now" : "Codes", onList.listing().codes()));
        if (!onList.before().isEmpty()) {
            tables.add(codes("Codes before", onList.before()));
        }
        return tables;
    }

    private static Table codes(String heading, List<ListedCode> codes) {
        return table(
                heading,
                codes.stream()
                        .map(code -> new Cells(words(code.answer()), "", words(code.meaning())))
                        .toList(),
                MOST_CODES);
    }

    private static List<Table> groups(List<Item> items) {
        boolean oneList = Headline.lists(items).size() == 1;
        Map<String, List<Cells>> groups = new LinkedHashMap<>();
        items.forEach(item -> groups.computeIfAbsent(Headline.word(item), word -> new ArrayList<>())
                .add(cells(item, oneList)));
        return groups.entrySet().stream()
                .map(entry -> table(
                        Capital.of(entry.getKey()) + " (" + entry.getValue().size() + ")", entry.getValue(), MOST_ROWS))
                .toList();
    }

    private static Cells cells(Item item, boolean oneList) {
        return switch (item) {
            case Item.OnList onList -> cells(onList, oneList);
            case Item.ListState state ->
                new Cells(state.list().value(), "", words(state.health().state().label()));
            case Item.ResolverState state ->
                new Cells(
                        words(state.resolver().value()),
                        "",
                        words(state.why().isBlank() ? state.words() : state.why()));
            case Item.Notice notice -> new Cells("", "", words(notice.headline()));
        };
    }

    private static Cells cells(Item.OnList item, boolean oneList) {
        Listing listing = item.listing();
        String name = oneList ? "" : item.facts().name() + ", ";
        String text = item.change() == Change.CLOSED
                ? "after " + Headline.duration(listing)
                : listing.severity().label() + ", " + listing.reason() + ", since " + Times.utc(listing.openedAt());
        String link = item.facts().lookup().map(URI::toASCIIString).orElse("");
        return new Cells(listing.target().text(), link, words(name + text));
    }

    private static Table table(String heading, List<Cells> rows, int most) {
        List<Cells> shown = rows.subList(0, Math.min(most, rows.size()));
        return new Table(heading, shown, shown.size() < rows.size() ? "and " + (rows.size() - most) + " more" : "");
    }

    private static String quote(Item item) {
        return switch (item) {
            case Item.OnList onList ->
                item.change() == Change.CLOSED
                        ? ""
                        : SafeText.line(onList.listing().text(), LONGEST_QUOTE);
            case Item.ListState state -> SafeText.line(state.health().cause(), LONGEST_QUOTE);
            case Item.ResolverState state -> SafeText.line(state.why(), LONGEST_QUOTE);
            case Item.Notice notice -> "";
        };
    }

    private static String footer(Message message) {
        String also = message.alsoOpen() == 0 ? "" : message.alsoOpen() + " more of this group are still open. ";
        return also + "Sent by Offlist, " + Times.utc(message.at()) + ", to receiver " + message.receiver() + ".";
    }

    private static String words(String text) {
        return SafeText.line(text, LONGEST);
    }
}
