package offlist.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import offlist.catalogue.ListId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavesTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final ListId LIST = new ListId("bl");
    private static final Duration TURN = Duration.ofMinutes(10);
    private static final Mass THREE = new Mass(3, 0.5);

    private final Waves waves = new Waves();
    private int ids;

    @BeforeEach
    void turn() {
        waves.turn(LIST, TURN);
    }

    private Optional<String> count(boolean opening, int coming, int of, Instant at) {
        return waves.count(LIST, opening, coming, of, THREE, "id-" + ++ids, at);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 0.2, 4, 4,  false",
        "5, 0.2, 5, 25, true",
        "5, 0.2, 5, 26, false",
        "5, 0.2, 6, 30, true",
        "2, 0,   2, 99, true",
        "2, 1,   2, 2,  true",
        "2, 1,   2, 3,  false",
    })
    void manyAreEnoughTargetsAndALargeEnoughShare(int targets, double share, int count, int of, boolean reached) {
        assertEquals(reached, new Mass(targets, share).reached(count, of));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "2, -0.1", "2, 1.1"})
    void aMassThatCannotBeIsOurMistake(int targets, double share) {
        assertThatThrownBy(() -> new Mass(targets, share)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstOfManyNamesTheWave() {
        assertThat(count(true, 3, 6, T0)).contains("id-1");
        assertThat(count(true, 2, 6, T0)).contains("id-1");
        assertThat(count(true, 1, 6, T0)).contains("id-1");
    }

    @Test
    void fewAreNoWaveUntilThereAreMany() {
        assertThat(count(true, 1, 6, T0)).isEmpty();
        assertThat(count(true, 1, 6, T0.plusSeconds(1))).isEmpty();
        assertThat(count(true, 1, 6, T0.plusSeconds(2))).contains("id-3");
    }

    @Test
    void whatIsMoreThanATurnAgoIsAnotherStory() {
        count(true, 1, 6, T0);
        count(true, 1, 6, T0);
        assertThat(count(true, 1, 6, T0.plus(TURN))).contains("id-3");
        assertThat(count(true, 1, 6, T0.plus(TURN).plusMillis(1))).isEmpty();
    }

    @Test
    void aWaveThatEndedHasNoSuccessorOfItsName() {
        assertThat(count(true, 3, 6, T0)).contains("id-1");
        Instant later = T0.plus(TURN).plusSeconds(1);
        assertThat(count(true, 1, 6, later)).isEmpty();
        assertThat(count(true, 3, 6, later)).contains("id-3");
    }

    @Test
    void openingsAndClosingsAndListsAreApart() {
        count(true, 1, 6, T0);
        count(true, 1, 6, T0);
        assertThat(count(false, 1, 6, T0)).isEmpty();
        assertThat(waves.count(new ListId("other"), true, 1, 6, THREE, "x", T0)).isEmpty();
        assertThat(count(true, 1, 6, T0)).isPresent();
    }

    /** Three of five closed: the last one finds three open, which were five. */
    @Test
    void closingsAreMeasuredByWhatWasOpenBefore() {
        Mass most = new Mass(2, 0.6);
        waves.count(LIST, false, 1, 5, most, "a", T0);
        assertThat(waves.count(LIST, false, 1, 4, most, "b", T0)).isEmpty();
        assertThat(waves.count(LIST, false, 1, 3, most, "c", T0)).contains("c");
    }

    @Test
    void aForgottenListBeginsAnew() {
        count(true, 1, 6, T0);
        count(true, 1, 6, T0);
        waves.forget(LIST);
        assertThat(count(true, 1, 6, T0)).isEmpty();
    }

    @Test
    void forgettingAListLeavesTheOthers() {
        count(true, 1, 6, T0);
        count(true, 1, 6, T0);
        waves.forget(new ListId("other"));
        assertThat(count(true, 1, 6, T0.plusSeconds(1))).isPresent();
    }
}
