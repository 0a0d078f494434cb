package offlist.alert.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import offlist.alert.Gallery;
import offlist.alert.Message;
import offlist.alert.Messages;
import offlist.alert.Tone;
import offlist.alert.chat.Outline.Part;
import org.junit.jupiter.api.Test;

class OutlineTest {
    private static final ToIntFunction<Line> LENGTH =
            line -> line.lead().length() + line.text().length() + 1;

    @Test
    void allIsShownWhereThereIsRoom() {
        assertThat(texts(1000)).containsExactly("Listed", "row 1", "row 2", "row 3", "row 4", "and 7 more", "the end");
    }

    @Test
    void whatIsCutFromAPartIsCountedWithWhatWasLeftOutBefore() {
        assertThat(texts(70)).containsExactly("Listed", "row 1", "row 2", "row 3", "and 8 more", "and 1 more line");
    }

    @Test
    void aHeadingDoesNotStandAlone() {
        assertThat(texts(22 + 22 + 8)).containsExactly("the end", "and 12 more lines");
    }

    @Test
    void theRoomIsKeptWhateverItIs() {
        for (Message message : Gallery.everything()) {
            Outline outline = Outlines.of(message);
            IntStream.iterate(30, room -> room < 5000, room -> room + 97)
                    .forEach(room -> assertThat(outline.fitting(room, LENGTH).stream()
                                    .mapToInt(LENGTH)
                                    .sum())
                            .isLessThanOrEqualTo(room));
        }
    }

    /** Whatever the room: shown and counted are all there are. */
    @Test
    void theCountsAreHonest() {
        for (int room = 60; room < 300; room++) {
            List<String> shown = texts(room);
            int lines = shown.stream()
                    .mapToInt(text -> text.startsWith("and ") ? Integer.parseInt(text.replaceAll("\\D", "")) : 1)
                    .sum();
            assertThat(lines).as("%s: %s", room, shown).isEqualTo(13);
        }
    }

    @Test
    void goodNewsOfSomeIsNoGoodNewsOfTheThread() {
        Standing standing = Standing.of(Messages.goesOn());

        assertThat(standing.tone()).isEqualTo(Tone.REMINDER);
        assertThat(standing.headline()).startsWith("1 open, last: 192.0.2.10 delisted from");
    }

    @Test
    void theLastMessageSaysThatAllIsOver() {
        Standing standing = Standing.of(Messages.delisted());

        assertThat(standing.tone()).isEqualTo(Tone.GOOD);
        assertThat(standing.headline()).startsWith("All over: 192.0.2.10 delisted from");
    }

    private static List<String> texts(int room) {
        List<Line> rows = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> Line.words("row " + i))
                .toList();
        Part few = new Part(rows, 7);
        Part listed = Outlines.part("Listed", few.lines(), 4);
        Outline outline = new Outline(
                Tone.BAD,
                "x",
                List.of(new Part(listed.lines(), 7), Outlines.part(Line.words("the end"))),
                Optional.empty());
        return outline.fitting(room, LENGTH).stream().map(Line::text).toList();
    }
}
