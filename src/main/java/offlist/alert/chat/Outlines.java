package offlist.alert.chat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import offlist.alert.Headline;
import offlist.alert.Item;
import offlist.alert.Message;
import offlist.alert.NextSteps;
import offlist.alert.SafeText;
import offlist.alert.Tone;
import offlist.alert.chat.Outline.Part;

/** Makes of a message what a chat shows. */
public final class Outlines {
    private static final int LONGEST = 300;
    private static final int LONGEST_CAUSE = 600;

    private Outlines() {}

    /** The news. */
    public static Outline of(Message message) {
        return new Outline(Tone.of(message), Headline.of(message), parts(message), page(message));
    }

    /** How the whole thread stands, for the message that began it. */
    public static Outline ofState(Message message) {
        Standing standing = Standing.of(message);
        return new Outline(standing.tone(), standing.headline(), parts(message), page(message));
    }

    private static Optional<URI> page(Message message) {
        return message.items().size() == 1
                ? message.links().of(message.items().getFirst())
                : message.links().start();
    }

    private static List<Part> parts(Message message) {
        List<Part> parts = new ArrayList<>();
        if (message.items().size() == 1) {
            parts.addAll(single(message.items().getFirst()));
        } else {
            parts.addAll(GroupParts.of(message));
        }
        if (message.alsoOpen() > 0) {
            parts.add(part(Line.note(message.alsoOpen() + " more of this group are still open")));
        }
        return parts;
    }

    private static List<Part> single(Item item) {
        return switch (item) {
            case Item.OnList onList -> ListingParts.of(onList);
            case Item.ListState state ->
                health(NextSteps.ofList(state.health().state()), state.health().cause());
            case Item.ResolverState state -> health(NextSteps.ofResolver(state), state.why());
            case Item.Notice notice -> notice(notice);
        };
    }

    private static List<Part> health(String meaning, String cause) {
        return cause.isBlank()
                ? List.of(part(Line.words(meaning)))
                : List.of(part(Line.words(meaning)), part(Line.words(SafeText.line(cause, LONGEST_CAUSE))));
    }

    private static List<Part> notice(Item.Notice notice) {
        List<Part> parts = new ArrayList<>();
        if (!notice.action().isEmpty()) {
            parts.add(new Part(
                    notice.action().stream()
                            .map(each -> Line.words(words(each)))
                            .toList(),
                    0));
        }
        if (!notice.lines().isEmpty()) {
            parts.add(new Part(
                    notice.lines().stream().map(each -> Line.words(words(each))).toList(), 0));
        }
        return parts;
    }

    static Part part(Line line) {
        return new Part(List.of(line), 0);
    }

    static Part part(String heading, List<Line> lines, int most) {
        List<Line> all = new ArrayList<>(List.of(Line.heading(heading)));
        lines.stream().limit(most).forEach(all::add);
        return new Part(all, Math.max(0, lines.size() - most));
    }

    /** What to do, or that nothing is to be done. */
    static Part todo(List<NextSteps.Step> steps) {
        if (steps.size() == 1) {
            NextSteps.Step only = steps.getFirst();
            return part(new Line(Line.Kind.WORDS, "", words(only.text()), only.link()));
        }
        List<Line> numbered = IntStream.range(0, steps.size())
                .mapToObj(i -> new Line(
                        Line.Kind.STEP,
                        String.valueOf(i + 1),
                        words(steps.get(i).text()),
                        steps.get(i).link()))
                .toList();
        return part("What to do now", numbered, numbered.size());
    }

    static String words(String text) {
        return SafeText.line(text, LONGEST);
    }
}
