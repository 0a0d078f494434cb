package offlist.alert.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.alert.Headline;
import offlist.alert.Item;
import offlist.alert.Message;
import offlist.alert.NextSteps;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.alert.SafeText;
import offlist.alert.Tone;
import offlist.track.ListedCode;
import offlist.track.Listing;

/** Prints what others would get by mail, shorter. */
public final class ConsoleNotifier implements Notifier {
    private static final int LONGEST = 300;
    private static final int MOST = 12;

    private final Consumer<String> lines;

    public ConsoleNotifier(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public Outcome send(Message message) {
        lines(message).forEach(line -> lines.accept(SafeText.line(line, LONGEST)));
        return new Outcome.Delivered();
    }

    private static List<String> lines(Message message) {
        List<String> text = new ArrayList<>();
        text.add(sign(Tone.of(message)) + " " + Headline.of(message));
        if (message.items().size() == 1) {
            text.addAll(details(message.items().getFirst()));
        } else {
            message.items().stream().limit(MOST).forEach(item -> text.add("- " + Headline.of(message, item)));
            if (message.items().size() > MOST) {
                text.add("- and " + (message.items().size() - MOST) + " more");
            }
        }
        return text;
    }

    private static String sign(Tone tone) {
        return switch (tone) {
            case BAD -> "ALERT";
            case CHANGED -> "WARNING";
            case REMINDER -> "REMINDER";
            case GOOD -> "ALL CLEAR";
            case NEUTRAL -> "NOTE";
        };
    }

    private static List<String> details(Item item) {
        return switch (item) {
            case Item.OnList onList -> details(onList);
            case Item.ListState state -> cause(state.health().cause());
            case Item.ResolverState state -> cause(state.why());
            case Item.Notice notice ->
                Stream.concat(notice.lines().stream(), notice.action().stream())
                        .map(line -> "- " + line)
                        .toList();
        };
    }

    private static List<String> cause(String cause) {
        return cause.isEmpty() ? List.of() : List.of("- " + cause);
    }

    private static List<String> details(Item.OnList item) {
        if (item.change() == Item.Change.CLOSED) {
            return List.of("- " + NextSteps.of(item).getFirst().text());
        }
        Listing listing = item.listing();
        List<String> text = new ArrayList<>();
        text.add("- " + listing.severity().label() + ": "
                + listing.codes().stream().map(ListedCode::meaning).collect(Collectors.joining("; ")));
        NextSteps.of(item)
                .forEach(step -> text.add("- " + step.text()
                        + step.link().map(page -> ": " + page).orElse("")));
        return text;
    }
}
