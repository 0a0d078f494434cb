package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import offlist.catalogue.CodeSelector;
import offlist.catalogue.Effect;
import offlist.catalogue.ListId;
import offlist.catalogue.ReturnCode;
import offlist.catalogue.Score;
import offlist.pool.IpAddress;
import offlist.probe.Health;
import offlist.probe.Pair;
import offlist.probe.Verdict;
import offlist.store.OpenStore;
import offlist.testing.Stores;
import offlist.track.PairScore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A score is kept and shown, and is neither the beginning nor the end of a listing by itself. */
class ScoresTest {
    private static final String A = "192.0.2.10";
    private static final String B = "192.0.2.11";
    private static final Duration TURN = Duration.ofMinutes(10);

    @TempDir
    private java.nio.file.Path directory;

    private OpenStore store;
    private Story story;

    @BeforeEach
    void openStore() {
        store = Stores.sqlite(directory);
        story = new Story(store.database());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static Verdict.Hit hit(int score) {
        return new Verdict.Hit(
                "127.0.4." + score,
                new ReturnCode(
                        CodeSelector.OctetPattern.parse("127.0.4.*").orElseThrow(),
                        Effect.SCORE,
                        "reputation",
                        "a score",
                        Optional.empty(),
                        Optional.of(new Score.LastOctet())));
    }

    private static Verdict scored(int score) {
        return new Verdict.Scored(List.of(hit(score)), score, Duration.ZERO);
    }

    private OptionalInt score(String list, String address) {
        return story.monitor()
                .tracker()
                .score(new Pair(IpAddress.parse(address), new ListId(list)))
                .map(PairScore::value)
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    @Test
    void aScoreIsKeptAndOpensNothing() {
        story.lists(Story.ONE, "rep").answer("rep", A, scored(12)).pool(A, B).pass(TURN);

        assertThat(story.transitions()).isEmpty();
        assertThat(score("rep", A)).hasValue(12);
        assertThat(score("rep", B)).isEmpty();
    }

    @Test
    void aScoreIsNotRememberedAsAnythingOdd() {
        story.lists(Story.ONE, "rep").answer("rep", A, scored(12)).pool(A).pass(TURN);

        assertThat(story.monitor().recent().of(new Pair(IpAddress.parse(A), new ListId("rep"))))
                .isEmpty();
    }

    @Test
    void theLastScoreHoldsAndNoDataIsNoScore() {
        story.lists(Story.ONE, "rep").answer("rep", A, scored(12)).pool(A);
        story.answer("rep", A, scored(90)).pass(TURN);
        assertThat(score("rep", A)).hasValue(90);

        story.clean("rep", A).pass(TURN);
        assertThat(score("rep", A)).isEmpty();
    }

    @Test
    void whoCannotTellLeavesTheScore() {
        story.lists(Story.ONE, "rep").answer("rep", A, scored(12)).pool(A);

        story.down(Story.ONE).pass(TURN.multipliedBy(2));

        assertThat(score("rep", A)).hasValue(12);
    }

    @Test
    void aListThatIsNotToBeBelievedGivesNoScores() {
        story.lists(Story.ONE, "rep")
                .health("rep", Story.ONE, Health.State.LISTS_EVERYTHING)
                .answer("rep", A, scored(12))
                .pool(A)
                .pass(TURN);

        assertThat(score("rep", A)).isEmpty();
    }

    @Test
    void aListingWithAScoreIsAListingAndTheScoreIsKept() {
        story.lists(Story.ONE, "rep").listed("rep", A, "127.0.0.2");
        Verdict.Listed listed = (Verdict.Listed) story.given("rep", A);
        story.answer("rep", A, new Verdict.Listed(listed.hits(), listed.text(), listed.ttl(), OptionalInt.of(7)))
                .pool(A);

        assertThat(story.transitions()).containsExactly("listing.opened " + A + "/rep");
        assertThat(score("rep", A)).hasValue(7);
    }

    @Test
    void aListThatOnlyScoresNowTookTheAddressOff() {
        story.lists(Story.ONE, "rep").listed("rep", A, "127.0.0.2").pool(A);

        story.answer("rep", A, scored(50)).pass(TURN);

        assertThat(story.transitions()).endsWith("listing.closed " + A + "/rep");
        assertThat(score("rep", A)).hasValue(50);
    }

    @Test
    void aScoreGoesWithItsAddressAndWithItsList() {
        story.lists(Story.ONE, "rep", "other")
                .answer("rep", A, scored(1))
                .answer("other", A, scored(2))
                .answer("rep", B, scored(3))
                .pool(A, B);
        assertThat(story.monitor().tracker().scores()).hasSize(3);

        story.pool(A);
        assertThat(score("rep", B)).isEmpty();

        story.lists(Story.ONE, "rep").settle();
        assertThat(story.monitor().tracker().scores())
                .extracting(PairScore::value)
                .containsExactly(1);
    }
}
