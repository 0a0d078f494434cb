package offlist.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Hostile text in every field is text and nothing else, to every receiver. A message with hostile texts has to be read as the
 * same message with harmless ones: the same markup, links, mentions and headers in the same places.
 */
public abstract class HarmlessContract {
    /** Controls, but for the ends of lines that are ours, and what hides or turns the direction of writing. */
    private static final Pattern HIDDEN = Pattern.compile(
            "[\\p{Cc}\\p{Cs}&&[^\\n]]|[\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF]");

    /** A notifier whose receiver takes what it is sent. */
    protected abstract Notifier accepted();

    /** What arrived, the bodies as text. */
    protected abstract List<String> arrived();

    protected abstract Reading reading();

    /** What the service reads of each that arrived. */
    protected List<String> bodies() {
        return arrived();
    }

    @Test
    void hostileTextIsReadAsHarmlessTextIs() {
        Hostile.TEXTS.forEach((name, text) -> {
            List<Message> kinds = Hostile.kinds();
            List<List<String>> hostile = sent(kinds, text, name);
            List<List<String>> tame = sent(kinds, Hostile.tame(text), "tame " + name);
            for (int i = 0; i < kinds.size(); i++) {
                String what = name + " in message " + i + ": " + hostile.get(i);
                assertThat(beyond(live(hostile.get(i)), live(tame.get(i))))
                        .as("added by %s", what)
                        .isEmpty();
                assertThat(beyond(live(tame.get(i)), live(hostile.get(i))))
                        .as("lost by %s", what)
                        .isEmpty();
                hostile.get(i).forEach(reading()::accept);
                String shown = shown(hostile.get(i));
                assertThat(shown).as(what).doesNotContainPattern(HIDDEN);
                if (shown(tame.get(i)).contains(Hostile.MARK)) {
                    assertThat(shown).as(what).contains(Hostile.MARK);
                }
            }
        });
    }

    @Test
    void whatTheListSaysIsNotLost() {
        accepted().send(Hostile.with(Messages.opened(), Hostile.MARK, "shown"));

        assertThat(shown(bodies())).contains(Hostile.MARK);
    }

    @Test
    void textOfAnyLengthKeepsTheLimits() {
        List<Message> every = Stream.concat(Hostile.kinds().stream(), Hostile.large().stream())
                .toList();
        Map<String, String> all = Hostile.SIZES;
        HashSet<String> known = new HashSet<>();
        sent(every, "tame", "tame").forEach(each -> known.addAll(live(each)));
        all.forEach((name, text) -> sent(every, text, name).forEach(each -> {
            assertThat(live(each)).as("%s: %s", name, each).isSubsetOf(known);
            each.forEach(reading()::accept);
            assertThat(shown(each)).as(name).doesNotContainPattern(HIDDEN);
        }));
    }

    private static List<String> beyond(List<String> some, List<String> others) {
        List<String> more = new ArrayList<>(some);
        others.forEach(more::remove);
        return more;
    }

    private String shown(List<String> bodies) {
        return bodies.stream().flatMap(body -> reading().texts(body).stream()).collect(Collectors.joining("\n"));
    }

    private List<String> live(List<String> bodies) {
        return bodies.stream().flatMap(body -> reading().live(body).stream()).toList();
    }

    /** What arrives of each message. */
    private List<List<String>> sent(List<Message> messages, String text, String thread) {
        Notifier notifier = accepted();
        List<List<String>> all = new ArrayList<>();
        for (Message message : messages) {
            int before = bodies().size();
            assertThat(notifier.send(Hostile.with(message, text, thread)))
                    .as(thread)
                    .isEqualTo(new Outcome.Delivered());
            List<String> now = bodies();
            all.add(List.copyOf(now.subList(before, now.size())));
        }
        return all;
    }
}
