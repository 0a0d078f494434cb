package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import offlist.probe.Health;
import offlist.probe.Verdict;
import offlist.store.OpenStore;
import offlist.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorTest {
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

    @Test
    void aListingOpensAfterASecondLookWithText() {
        story.lists(Story.ONE, "bl").listed("bl", A, "127.0.0.2").pool(A, B);

        assertThat(story.transitions()).containsExactly("listing.opened " + A + "/bl");
        assertThat(story.asked).contains(A + "/bl by 127.0.0.1:53", A + "/bl by 127.0.0.1:53 with text");
    }

    @Test
    void aListingClosesWhenTheListConfirmsIt() {
        story.lists(Story.ONE, "bl").listed("bl", A, "127.0.0.2").pool(A);

        story.clean("bl", A).pass(TURN);

        assertThat(story.transitions()).containsExactly("listing.opened " + A + "/bl", "listing.closed " + A + "/bl");
    }

    @Test
    void theSecondLookIsByAnotherResolver() {
        story.lists(java.util.List.of(Story.ONE, Story.TWO), "bl")
                .listed("bl", A, "127.0.0.2")
                .pool(A);

        assertThat(story.asked).contains(A + "/bl by 127.0.0.2:53 with text");
    }

    @Test
    void oneAnswerThatIsNotConfirmedOpensNothing() {
        story.lists(Story.ONE, "bl").pool(A);
        story.listed("bl", A, "127.0.0.2");
        story.asked.clear();
        while (story.asked.stream().noneMatch(line -> line.startsWith(A))) {
            story.clock.pass(Duration.ofSeconds(1));
            story.monitor().step(story.clock.instant());
        }
        story.clean("bl", A).settle();

        assertThat(story.transitions()).isEmpty();
    }

    @Test
    void otherCodesAreAChange() {
        story.lists(Story.ONE, "bl").listed("bl", A, "127.0.0.2").pool(A);

        story.listed("bl", A, "127.0.0.4").pass(TURN);

        assertThat(story.transitions()).containsExactly("listing.opened " + A + "/bl", "listing.changed " + A + "/bl");
    }

    @Test
    void timeOutsForTenTurnsChangeNothing() {
        story.lists(Story.ONE, "bl").listed("bl", A, "127.0.0.2").pool(A, B);

        story.down(Story.ONE).pass(TURN.multipliedBy(10));
        story.up(Story.ONE).pass(TURN.multipliedBy(2));

        assertThat(story.transitions()).containsExactly("listing.opened " + A + "/bl");
        assertThat(story.told).filteredOn("list.health bl"::equals).hasSize(2);
        assertThat(story.told).noneMatch(line -> line.startsWith("resolver.health"));
    }

    @Test
    void aDeadListIsAskedLessAndLess() {
        story.lists(Story.ONE, "bl").pool(A, B).down(Story.ONE).pass(TURN);
        story.asked.clear();

        story.pass(Duration.ofHours(3));

        assertThat(story.asked).allMatch(line -> line.startsWith("test bl"));
        assertThat(story.asked).hasSizeBetween(12, 15);
    }

    @Test
    void aRefusingListFreezesAndRecovers() {
        story.lists(Story.ONE, "bl").listed("bl", A, "127.0.0.2").pool(A);

        story.health("bl", Story.ONE, Health.State.REFUSING).clean("bl", A).pass(TURN.multipliedBy(2));
        assertThat(story.transitions()).containsExactly("listing.opened " + A + "/bl");

        story.health("bl", Story.ONE, Health.State.HEALTHY).pass(TURN.multipliedBy(2));
        assertThat(story.transitions()).contains("listing.closed " + A + "/bl");
    }

    @Test
    void aMadListIsOneIncidentAndNoListing() {
        String[] pool = IntStream.range(0, 100).mapToObj(i -> "192.0.2." + i).toArray(String[]::new);
        story.lists(Story.ONE, "bl").pool(pool);

        story.health("bl", Story.ONE, Health.State.LISTS_EVERYTHING);
        for (String address : pool) {
            story.listed("bl", address, "127.0.0.2");
        }
        story.pass(TURN.multipliedBy(3));

        assertThat(story.transitions()).isEmpty();
        assertThat(story.told).filteredOn("list.health bl"::equals).hasSize(1);
    }

    @Test
    void aListWithoutTestPointsIsTakenAtItsWordUntilItIsCaughtLying() {
        story.health("bl", Story.ONE, Health.State.UNVERIFIED)
                .lists(Story.ONE, "bl")
                .listed("bl", A, "127.0.0.2")
                .pool(A, B);
        assertThat(story.transitions()).containsExactly("listing.opened " + A + "/bl");

        story.health("bl", Story.ONE, Health.State.LISTS_EVERYTHING)
                .listed("bl", B, "127.0.0.2")
                .pass(TURN.multipliedBy(2));

        assertThat(story.transitions()).hasSize(1);
    }

    @Test
    void anEmptiedListDelistsNobody() {
        story.lists(Story.ONE, "bl").listed("bl", A, "127.0.0.2").pool(A, B);

        story.health("bl", Story.ONE, Health.State.LISTS_NOTHING).clean("bl", A).pass(TURN.multipliedBy(3));

        assertThat(story.transitions()).containsExactly("listing.opened " + A + "/bl");
    }

    @Test
    void aDeadListDoesNotDelayAnother() {
        story.lists(Story.ONE, "dead", "bl").pool(A, B);
        story.health("dead", Story.ONE, Health.State.UNREACHABLE)
                .answer("dead", A, new Verdict.Failed(Verdict.Cause.TIMEOUT))
                .answer("dead", B, new Verdict.Failed(Verdict.Cause.TIMEOUT))
                .pass(TURN.multipliedBy(2));

        story.listed("bl", A, "127.0.0.2").pass(TURN);

        assertThat(story.transitions()).containsExactly("listing.opened " + A + "/bl");
    }

    @Test
    void anAddressThatLeavesIsNotDelisted() {
        story.lists(Story.ONE, "bl").listed("bl", A, "127.0.0.2").pool(A, B);

        story.pool(B);

        assertThat(story.transitions()).last().isEqualTo("listing.closed " + A + "/bl");
        assertThat(new offlist.journal.SqlJournal(store.database())
                        .latest(1)
                        .getFirst()
                        .listing()
                        .closedBecause())
                .contains(offlist.track.CloseReason.LEFT);
        assertThat(story.told).contains("pool.left " + A);
    }

    @Test
    void anAddressThatComesBackIsListedAnew() {
        story.lists(Story.ONE, "bl").listed("bl", A, "127.0.0.2").pool(A, B);

        story.pool(B).pool(A, B);

        assertThat(story.transitions()).hasSize(3).last().isEqualTo("listing.opened " + A + "/bl");
    }

    @Test
    void anAddressThatLeavesWhileSuspectedIsForgotten() {
        story.lists(Story.ONE, "bl").pool(B);
        story.listed("bl", A, "127.0.0.2");
        story.monitor().pool(new offlist.pool.Pool(java.util.List.of()), story.clock.instant());
        story.settle();

        assertThat(story.transitions()).isEmpty();
        assertThat(story.monitor().tracker().awaitingTest()).isEmpty();
    }

    @Test
    void aRestartInventsNothingAndForgetsNothing() {
        story.lists(Story.ONE, "bl").listed("bl", A, "127.0.0.2").pool(A, B);

        story.restart().pool(A, B).pass(TURN);
        assertThat(story.transitions()).hasSize(1);

        story.clean("bl", A).restart().pool(A, B).pass(TURN);
        assertThat(story.transitions()).hasSize(2).last().isEqualTo("listing.closed " + A + "/bl");
    }

    @Test
    void aListThatIsDroppedEndsItsListings() {
        story.lists(Story.ONE, "bl", "other").listed("bl", A, "127.0.0.2").pool(A);

        story.lists(Story.ONE, "other").settle();

        assertThat(story.transitions()).last().isEqualTo("listing.closed " + A + "/bl");
    }

    @Test
    void theIncidentOfAListEndsWithTheAsking() {
        story.lists(Story.ONE, "bl", "other")
                .health("bl", Story.ONE, Health.State.REFUSING)
                .pool(A);
        assertThat(story.told).contains("list.health bl");
        story.told.clear();

        story.lists(Story.ONE, "other").settle();
        assertThat(story.told).containsOnlyOnce("list.health bl");

        story.restart().settle();
        assertThat(story.told).containsOnlyOnce("list.health bl");
    }

    @Test
    void aRestartDoesNotRepeatAnIncident() {
        story.lists(Story.ONE, "bl")
                .health("bl", Story.ONE, Health.State.REFUSING)
                .pool(A);

        story.restart().pool(A).pass(TURN);

        assertThat(story.told).containsOnlyOnce("list.health bl");
    }

    @Test
    void aNewAddressIsAskedAtOnce() {
        story.lists(Story.ONE, "bl").pool(A).pass(TURN);
        story.listed("bl", B, "127.0.0.2");

        story.pool(A, B);

        assertThat(story.transitions()).containsExactly("listing.opened " + B + "/bl");
    }

    @Test
    void ipv6IsAskedOnlyWhenThePoolHasIt() {
        story.lists(Story.ONE, "bl").pool(A);
        assertThat(story.asked).noneMatch(line -> line.contains("ipv6"));

        story.pool(A, "2001:db8::1");
        assertThat(story.asked).anyMatch(line -> line.contains("bl/ipv6"));
        assertThat(story.asked).anyMatch(line -> line.startsWith("2001:db8::1/bl"));
    }

    @Test
    void everyPairIsAskedOncePerTurn() {
        story.lists(Story.ONE, "bl").pool(A, B, "192.0.2.12").pass(TURN);
        story.asked.clear();

        story.pass(TURN);

        assertThat(story.asked)
                .filteredOn(line -> !line.startsWith("test"))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void aSecondResolverTakesOver() {
        story.lists(java.util.List.of(Story.ONE, Story.TWO), "bl")
                .pool(A, B)
                .down(Story.ONE)
                .pass(TURN);

        story.listed("bl", A, "127.0.0.2").pass(TURN);

        assertThat(story.transitions()).containsExactly("listing.opened " + A + "/bl");
        assertThat(story.told).contains("resolver.health 127.0.0.1:53").doesNotContain("list.health bl");
    }
}
