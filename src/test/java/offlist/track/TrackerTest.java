package offlist.track;

import static offlist.track.TrackerStory.ONE;
import static offlist.track.TrackerStory.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.Scope;
import offlist.catalogue.Severity;
import offlist.pool.IpAddress;
import offlist.probe.Pair;
import org.junit.jupiter.api.Test;

class TrackerTest {
    private static final String A = "192.0.2.10";

    private final TrackerStory story = TrackerStory.house().pool(A, "192.0.2.11");

    @Test
    void aTransitionKeepsTheLooksThatConfirmedIt() {
        Instant first = story.now;
        story.listed(A, ONE, "127.0.0.2");
        story.pass(Duration.ofSeconds(1));
        story.listed(A, TWO, "127.0.0.2");
        story.pass(Duration.ofSeconds(1));

        Transition opened = story.pass(TWO).getFirst();

        assertEquals(
                new Evidence(
                        List.of(new Evidence.Look(ONE, first), new Evidence.Look(TWO, first.plusSeconds(1))),
                        Optional.of(first.plusSeconds(2)),
                        Optional.empty()),
                opened.evidence());
        assertEquals("opened", opened.label());
    }

    @Test
    void ofManyLooksTheFirstAndTheNewestAreKept() {
        Instant first = story.now;
        story.confirm(new ConfirmSettings(9, Flapping.DEFAULT, Mass.DEFAULT));
        for (int i = 0; i < 9; i++) {
            story.listed(A, ONE, "127.0.0.2");
            story.pass(Duration.ofSeconds(1));
        }

        List<Evidence.Look> looks = story.pass(ONE).getFirst().evidence().looks();

        assertThat(looks)
                .extracting(look -> Duration.between(first, look.at()).toSeconds())
                .containsExactly(0L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void whatTheOperatorDecidedNeedsNoEvidence() {
        story.open(A);
        assertEquals(
                Evidence.NONE,
                story.tracker
                        .end(listing -> true, CloseReason.LIST_DROPPED, story.now)
                        .getFirst()
                        .evidence());
    }

    private List<Transition> harmed(Severity severity) {
        return story.tracker.harmed(
                Map.of(
                        new Pair(IpAddress.parse(A), story.list.id()), severity,
                        new Pair(IpAddress.parse("192.0.2.11"), story.list.id()), severity),
                story.now);
    }

    @Test
    void harmThatIsSeenMakesAListingWorseOnce() {
        Listing before = story.open(A).getFirst().listing();
        Severity worse = Severity.CRITICAL;
        assertThat(before.severity()).isNotEqualTo(worse);

        List<Transition> changes = harmed(worse);
        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().label()).isEqualTo("changed");
        assertThat(changes.getFirst().listing().severity()).isEqualTo(worse);
        assertThat(changes.getFirst().listing().codes()).isEqualTo(before.codes());
        assertThat(harmed(worse)).as("not before it is recorded").isEmpty();

        story.tracker.settle(changes.getFirst());
        assertThat(harmed(worse)).isEmpty();
        assertThat(harmed(Severity.MINOR)).as("less harm takes nothing back").isEmpty();
    }

    @Test
    void testPointsThatWereAskedBeforeTheLastLookVouchForNothing() {
        story.listed(A, ONE, "127.0.0.2");
        story.tracker.testLeft(story.path(ONE));
        story.listed(A, ONE, "127.0.0.2");

        assertThat(story.answered(ONE)).isEmpty();
        assertThat(story.pass(ONE)).hasSize(1);
    }

    @Test
    void aClockThatIsSetBackNeitherHidesNorProvesAnything() {
        story.listed(A, ONE, "127.0.0.2");
        story.tracker.testLeft(story.path(ONE));
        story.pass(Duration.ofHours(-1));
        story.listed(A, ONE, "127.0.0.2");

        assertThat(story.answered(ONE)).as("asked before the last look").isEmpty();
        assertThat(story.pass(ONE)).as("asked after it").hasSize(1);
    }

    @Test
    void testPointsThatNobodyAskedVouchForNothing() {
        story.listed(A, ONE, "127.0.0.2");
        story.listed(A, ONE, "127.0.0.2");
        assertThat(story.answered(ONE)).isEmpty();
    }

    @Test
    void whoAgreesWithALiarHasToBeAskedAgain() {
        story.listed(A, ONE, "127.0.0.2");
        story.listed(A, TWO, "127.0.0.2");
        story.tracker.testFailed(story.path(ONE));

        assertThat(story.pass(TWO)).isEmpty();
        story.listed(A, TWO, "127.0.0.2");
        assertThat(story.pass(TWO)).as("one look alone").isEmpty();
        story.listed(A, TWO, "127.0.0.2");
        assertThat(story.pass(TWO)).hasSize(1);
    }

    @Test
    void aPathOfAnotherListOrKindThatFailsTakesNothingBack() {
        story.listed(A, ONE, "127.0.0.2");
        story.listed(A, TWO, "127.0.0.2");
        story.tracker.testFailed(new Path(story.list.id(), Kind.IPV6, ONE));
        story.tracker.testFailed(new Path(new ListId("other"), Kind.IPV4, ONE));

        assertThat(story.pass(TWO)).hasSize(1);
    }

    @Test
    void ofTwoTestsUnderWayTheFirstAnswerIsTakenForThatToTheFirst() {
        story.listed(A, ONE, "127.0.0.2");
        story.tracker.testLeft(story.path(ONE));
        story.listed(A, ONE, "127.0.0.2");
        story.tracker.testLeft(story.path(ONE));

        assertThat(story.answered(ONE)).isEmpty();
        assertThat(story.pass(ONE)).hasSize(1);
    }

    @Test
    void theThirdOpeningOfADayFlaps() {
        List<Transition> before = story.flap(A, 2);
        assertThat(before).noneMatch(transition -> transition.listing().flapping());

        assertTrue(story.open(A).getFirst().listing().flapping());
    }

    @Test
    void delistingsOfYesterdayDoNotCount() {
        story.flap(A, 2);
        story.pass(Duration.ofHours(24));
        assertFalse(story.open(A).getFirst().listing().flapping());
    }

    @Test
    void delistingsAreKnownAfterARestart() {
        List<Transition> closings = story.flap(A, 2).stream()
                .filter(Transition.Closed.class::isInstance)
                .toList();
        TrackerStory restarted = TrackerStory.house().pool(A);
        restarted.now = story.now;
        restarted.tracker.restoreDelistings(closings);

        assertTrue(restarted.open(A).getFirst().listing().flapping());
    }

    @Test
    void leavingThePoolIsNoDelisting() {
        for (int i = 0; i < 4; i++) {
            assertFalse(story.open(A).getFirst().listing().flapping());
            story.tracker.end(listing -> true, CloseReason.LEFT, story.now).forEach(story.tracker::settle);
        }
    }

    @Test
    void otherPairsDoNotMakeOneFlap() {
        story.flap("192.0.2.11", 3);
        assertFalse(story.open(A).getFirst().listing().flapping());
    }

    @Test
    void aFlappingListingClosesOnlyAfterCalm() {
        story.flap(A, 2);
        story.open(A);
        Instant firstClean = story.now;

        for (int i = 0; i < 5; i++) {
            assertThat(story.close(A)).as("minute %d", i * 10).isEmpty();
            story.pass(Duration.ofMinutes(10));
        }
        story.pass(Duration.ofMinutes(10));

        Transition closed = story.close(A).getFirst();
        assertEquals("closed", closed.label());
        assertEquals(firstClean, closed.evidence().looks().getFirst().at());
        assertTrue(closed.listing().flapping());
    }

    @Test
    void oneListedAnswerEndsTheCalm() {
        story.flap(A, 2);
        story.open(A);
        story.close(A);
        story.pass(Duration.ofMinutes(50));
        story.listed(A, ONE, "127.0.0.2");
        story.pass(Duration.ofMinutes(20));

        assertThat(story.close(A)).isEmpty();
        story.pass(Duration.ofMinutes(60));
        assertThat(story.close(A)).hasSize(1);
    }

    @Test
    void aFlappingListingStillShowsOtherCodes() {
        story.flap(A, 2);
        story.open(A);
        story.listed(A, ONE, "127.0.0.3");
        story.listed(A, TWO, "127.0.0.3");
        assertEquals("changed", story.pass(TWO).getFirst().label());
    }

    @Test
    void fewListingsStandAlone() {
        TrackerStory large = TrackerStory.house().pool(20);
        assertThat(large.open(TrackerStory.addresses(4)))
                .hasSize(4)
                .allMatch(transition -> transition.evidence().wave().isEmpty())
                .noneMatch(transition -> transition.listing().shared());
    }

    @Test
    void manyListingsAreOneIncident() {
        TrackerStory large = TrackerStory.house().pool(20);

        List<Transition> wave = large.open(TrackerStory.addresses(5));

        assertThat(wave.stream().map(transition -> transition.listing().incident()))
                .hasSize(5)
                .containsOnly(wave.getFirst().id());
        assertThat(wave.stream().map(transition -> transition.evidence().wave().orElseThrow()))
                .containsOnly(wave.getFirst().id());
    }

    @Test
    void manyOfAManyMoreAreNoIncident() {
        TrackerStory large = TrackerStory.house().pool(26);
        assertThat(large.open(TrackerStory.addresses(5)))
                .allMatch(transition -> transition.evidence().wave().isEmpty());
    }

    @Test
    void whatTricklesInWithinATurnIsAWaveFromTheFifthOn() {
        TrackerStory large = TrackerStory.house().pool(20);
        for (int i = 1; i <= 4; i++) {
            assertFalse(large.open("192.0.2." + i).getFirst().listing().shared());
            large.pass(Duration.ofMinutes(2));
        }
        Transition fifth = large.open("192.0.2.5").getFirst();
        assertEquals(Optional.of(fifth.id()), fifth.evidence().wave());
        assertEquals(
                Optional.of(fifth.id()),
                large.open("192.0.2.6").getFirst().evidence().wave());
    }

    @Test
    void whatTricklesInOverManyTurnsIsNoWave() {
        TrackerStory large = TrackerStory.house().pool(20);
        for (int i = 1; i <= 10; i++) {
            assertThat(large.open("192.0.2." + i).getFirst().evidence().wave()).isEmpty();
            large.pass(Duration.ofMinutes(3));
        }
    }

    @Test
    void manyDelistingsAreOneIncidentToo() {
        TrackerStory large = TrackerStory.house().pool(200);
        large.open(TrackerStory.addresses(20));
        large.pass(Duration.ofHours(1));

        List<Transition> wave = large.close(TrackerStory.addresses(5));

        assertThat(wave.stream().map(transition -> transition.evidence().wave()))
                .hasSize(5)
                .containsOnly(Optional.of(wave.getFirst().id()));
    }

    @Test
    void aFifthOfWhatIsOpenIsNeededForAMassDelisting() {
        TrackerStory large = TrackerStory.house().pool(200);
        large.open(TrackerStory.addresses(26));
        large.pass(Duration.ofHours(1));
        assertThat(large.close(TrackerStory.addresses(5)))
                .allMatch(transition -> transition.evidence().wave().isEmpty());
    }

    @Test
    void listingsOfANetworkAreOneIncident() {
        TrackerStory level2 = TrackerStory.of("uceprotect-2").pool("192.0.2.10", "192.0.2.11", "198.51.100.1");
        List<Transition> opened = level2.open("192.0.2.10", "192.0.2.11", "198.51.100.1");

        assertThat(opened).allMatch(transition -> transition.listing().scope() != Scope.ADDRESS);
        assertThat(opened)
                .extracting(transition -> transition.listing().covers().orElseThrow())
                .containsExactly("192.0.2.0/24", "192.0.2.0/24", "198.51.100.0/24");
        assertEquals(opened.get(0).listing().incident(), opened.get(1).listing().incident());
        assertThat(opened.get(2).listing().incident())
                .isNotEqualTo(opened.get(0).listing().incident());
    }

    @Test
    void listingsOfAnAutonomousSystemAreOneIncident() {
        TrackerStory level3 = TrackerStory.of("uceprotect-3").pool("192.0.2.10", "198.51.100.1");
        List<Transition> opened = level3.open("192.0.2.10", "198.51.100.1");
        assertThat(opened)
                .extracting(transition -> transition.listing().covers().orElseThrow())
                .containsExactly("AS64500", "AS64500");
        assertEquals(opened.get(0).listing().incident(), opened.get(1).listing().incident());
    }

    @Test
    void aListingOfOneAddressCoversNothingElse() {
        Listing alone = story.open(A).getFirst().listing();
        assertThat(alone.covers()).isEmpty();
        assertEquals(alone.id(), alone.incident());
    }

    /** Counting all of them anew for each would take minutes. */
    @Test
    void aHugeWaveIsJudgedAtOnce() {
        String[] addresses = java.util.stream.IntStream.range(0, 40_000)
                .mapToObj(i -> "10.0." + (i >> 8) + "." + (i & 255))
                .toArray(String[]::new);
        TrackerStory story = TrackerStory.house().pool(addresses);
        for (String address : addresses) {
            story.listed(address, TrackerStory.ONE, "127.0.0.2");
            story.listed(address, TrackerStory.TWO, "127.0.0.2");
        }

        List<Transition> opened = org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(8), () -> story.pass(TrackerStory.TWO));

        assertEquals(addresses.length, opened.size());
        assertEquals(
                1,
                opened.stream()
                        .map(transition -> transition.listing().incident())
                        .distinct()
                        .count());
    }
}
