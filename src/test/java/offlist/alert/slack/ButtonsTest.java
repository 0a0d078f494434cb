package offlist.alert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import offlist.alert.Gallery;
import offlist.alert.Golden;
import offlist.alert.Message;
import offlist.alert.Messages;
import org.junit.jupiter.api.Test;

class ButtonsTest {
    @Test
    void allButtonsOfAMessageLookAsTheyDid() {
        Golden.check(
                "slack-buttons.txt",
                Gallery.read(message -> Buttons.PRESSED.of(message) + "\n" + Buttons.LINKS.of(message)));
    }

    @Test
    void whatIsOverHasNothingToPress() {
        assertThat(Buttons.PRESSED.of(Messages.delisted())).isEmpty();
        assertThat(Buttons.LINKS.of(Gallery.linked(Messages.delisted()))).isEmpty();
    }

    @Test
    void onlyAListingCanBeAskedToBeRemoved() {
        assertThat(ids(Messages.opened()))
                .containsExactly("offlist.acknowledge", "offlist.silence", "offlist.removal-requested");
        assertThat(ids(Messages.mad())).containsExactly("offlist.acknowledge", "offlist.silence");
    }

    @Test
    void moreThanAButtonCanCarryAreALink() {
        assertThat(ids(Messages.thirty())).hasSize(3);
        assertThat(Buttons.PRESSED.of(manyLong()).toString()).contains("All of it on the pages");
    }

    /** Incidents as long as the store makes them. */
    private static Message manyLong() {
        Message many = Gallery.threeHundred();
        assertThat(many.items().stream()
                        .map(offlist.alert.Item::incident)
                        .distinct()
                        .mapToInt(id -> id.length() + 1)
                        .sum())
                .isGreaterThan(2000);
        return many;
    }

    @Test
    void withoutPagesThereAreNoLinks() {
        assertThat(Buttons.LINKS.of(Messages.opened())).isEmpty();
    }

    private static List<String> ids(Message message) {
        return Buttons.PRESSED.of(message).getFirst().findValuesAsText("action_id");
    }

    @Test
    void aValueIsWithinSlacksLimit() {
        Gallery.everything()
                .forEach(message -> Buttons.PRESSED.of(message).forEach(block -> {
                    for (JsonNode value : block.findValues("value")) {
                        assertThat(value.asText()).hasSizeBetween(1, 2000);
                    }
                }));
    }
}
