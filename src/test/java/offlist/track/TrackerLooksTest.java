package offlist.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.Zone;
import offlist.dns.ResolverId;
import offlist.pool.IpAddress;
import offlist.pool.Pool;
import offlist.pool.PoolMember;
import offlist.pool.PoolName;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.probe.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From looks to proposals: how many agree, by which path, and what ends a suspicion. */
class TrackerLooksTest {
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final DnsList LIST = DnsList.custom(new ListId("bl"), Zone.of("bl.test"));
    private static final DnsList OTHER = DnsList.custom(new ListId("other"), Zone.of("other.test"));
    private static final ResolverId ONE = new ResolverId("127.0.0.1:53");
    private static final ResolverId TWO = new ResolverId("127.0.0.2:53");
    private static final Pair PAIR = pair("192.0.2.10", LIST);
    private static final Path PATH = new Path(LIST.id(), Kind.IPV4, ONE);
    private static final Step NOTHING = new Step.Nothing();

    private final Tracker tracker = new Tracker(() -> CATALOGUE, new TimeOrderedIds(new Random(5)));
    private Instant now = T0;

    @BeforeEach
    void begin() {
        tracker.pool(pool("192.0.2.10", "192.0.2.11"));
    }

    private static Pool pool(String... addresses) {
        return new Pool(
                Stream.of(addresses).map(address -> member(address, "a")).toList());
    }

    private static PoolMember member(String address, String... pools) {
        return new PoolMember(IpAddress.parse(address), names(pools));
    }

    private static SortedSet<PoolName> names(String... pools) {
        return new TreeSet<>(Stream.of(pools).map(PoolName::new).toList());
    }

    private static Pair pair(String address, DnsList list) {
        return new Pair(IpAddress.parse(address), list.id());
    }

    private static Verdict listed(String text, String... answers) {
        List<Verdict.Hit> hits = Arrays.stream(answers)
                .map(answer -> new Verdict.Hit(answer, LIST.codes().getFirst()))
                .toList();
        return new Verdict.Listed(hits, text, Duration.ZERO);
    }

    private static Verdict listed() {
        return listed("", "127.0.0.2");
    }

    private static Verdict clean() {
        return new Verdict.NotListed(Duration.ZERO);
    }

    private Step see(Pair pair, Verdict verdict, ResolverId by) {
        now = now.plusSeconds(1);
        return tracker.observe(new Observation(pair, verdict, by, now, Duration.ZERO, "raw"), Kind.IPV4);
    }

    private Step see(Verdict verdict) {
        return see(PAIR, verdict, ONE);
    }

    private List<Transition> passed(Path path) {
        tracker.testLeft(path);
        now = now.plusSeconds(1);
        return tracker.testPassed(path, LIST, now);
    }

    /** Opens the pair for good. */
    private Listing open(String text, String... answers) {
        see(listed(text, answers));
        see(listed(text, answers));
        Transition opened = passed(PATH).getFirst();
        tracker.settle(opened);
        return opened.listing();
    }

    @Test
    void whatTheJournalSaysCallsForNothing() {
        assertEquals(NOTHING, see(clean()));
        assertThat(tracker.lastResolver(PAIR)).isEmpty();
        open("", "127.0.0.2");
        assertEquals(NOTHING, see(listed()));
        assertThat(tracker.lastResolver(PAIR)).isEmpty();
    }

    @Test
    void aDifferenceIsLookedAtOnceMoreByAnotherResolver() {
        assertEquals(new Step.LookAgain(ONE), see(listed()));
        assertThat(tracker.lastResolver(PAIR)).contains(ONE);
        assertThat(tracker.awaitingTest()).isEmpty();
    }

    @Test
    void enoughLooksAskForTheTestPointsOfTheLastPath() {
        see(listed());
        assertEquals(new Step.AskTestPoints(new Path(LIST.id(), Kind.IPV4, TWO)), see(PAIR, listed(), TWO));
        assertThat(tracker.awaitingTest()).containsExactly(new Path(LIST.id(), Kind.IPV4, TWO));
        assertThat(tracker.lastResolver(PAIR)).contains(TWO);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "4, 4"})
    void asManyLooksAsAreWanted(int looks, int needed) {
        tracker.confirm(new ConfirmSettings(looks, Flapping.DEFAULT, Mass.DEFAULT));
        for (int look = 1; look < needed; look++) {
            assertThat(see(listed())).isInstanceOf(Step.LookAgain.class);
        }
        assertThat(see(listed())).isInstanceOf(Step.AskTestPoints.class);
    }

    /** Letters are answers: listed with code 2 or 3, clean. */
    @ParameterizedTest
    @CsvSource({
        "2c,    false",
        "2c2,   false",
        "22,    true",
        "222,   true",
        "23,    false",
        "233,   true",
        "232,   false",
        "22c,   false",
        "22c22, true",
    })
    void onlyLooksThatAgreeInARowCount(String seen, boolean awaits) {
        seen.chars().forEach(letter -> see(letter == 'c' ? clean() : listed("", "127.0.0." + (char) letter)));
        assertEquals(awaits, tracker.awaitingTest().contains(PATH));
    }

    @Test
    void theOrderOfCodesMakesNoDifference() {
        see(listed("", "127.0.0.2", "127.0.0.4"));
        assertThat(see(listed("", "127.0.0.4", "127.0.0.2"))).isInstanceOf(Step.AskTestPoints.class);
    }

    @Test
    void aTargetOfNoPoolCallsForNothing() {
        Pair stranger = pair("192.0.2.99", LIST);
        assertEquals(NOTHING, see(stranger, listed(), ONE));
        assertThat(tracker.lastResolver(stranger)).isEmpty();
        assertThat(tracker.knows(stranger.target())).isFalse();
        assertThat(tracker.knows(PAIR.target())).isTrue();
    }

    @Test
    void refusalsAndFailuresAreNoAnswers() {
        Verdict failed = new Verdict.Failed(Verdict.Cause.TIMEOUT);
        Verdict refused = new Verdict.Refused(((Verdict.Listed) listed()).hits().getFirst());
        assertThatThrownBy(() -> see(failed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> see(refused)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aListingOpensWithWhatWasSeen() {
        see(listed("seen spam", "127.0.0.2", "127.0.0.4"));
        see(listed("", "127.0.0.2", "127.0.0.4"));
        List<Transition> proposals = passed(PATH);
        assertThat(proposals).singleElement().isInstanceOf(Transition.Opened.class);
        Listing listing = proposals.getFirst().listing();
        assertThat(listing.pair()).isEqualTo(PAIR);
        assertThat(listing.text()).isEqualTo("seen spam");
        assertThat(listing.codes()).extracting(ListedCode::answer).containsExactly("127.0.0.2", "127.0.0.4");
        assertThat(listing.pools()).isEqualTo(names("a"));
        assertThat(listing.openedAt()).isEqualTo(now);
        assertThat(listing.id()).isEqualTo(proposals.getFirst().id());
        assertThat(proposals.getFirst().at()).isEqualTo(now);
        assertThat(proposals.getFirst().evidence().looks())
                .containsExactly(new Evidence.Look(ONE, T0.plusSeconds(1)), new Evidence.Look(ONE, T0.plusSeconds(2)));
        assertThat(proposals.getFirst().evidence().testedAt()).contains(now);
    }

    @Test
    void theNewestTextCounts() {
        see(listed("first", "127.0.0.2"));
        see(listed("second", "127.0.0.2"));
        assertThat(passed(PATH).getFirst().listing().text()).isEqualTo("second");
    }

    @Test
    void aLookAfterTheTestPointsWereAskedGoesOnWaiting() {
        tracker.testLeft(PATH);
        see(listed());
        see(listed());
        assertThat(tracker.testPassed(PATH, LIST, now)).isEmpty();
        assertThat(tracker.awaitingTest()).containsExactly(PATH);
        assertThat(passed(PATH)).hasSize(1);
    }

    @Test
    void testPointsThatWereNeverAskedProveNothing() {
        see(listed());
        see(listed());
        assertThat(tracker.testPassed(PATH, LIST, now)).isEmpty();
        passed(new Path(LIST.id(), Kind.IPV4, TWO));
        assertThat(tracker.awaitingTest()).containsExactly(PATH);
    }

    @Test
    void aTestCountsOnce() {
        see(listed());
        tracker.testLeft(PATH);
        tracker.testPassed(PATH, LIST, now);
        see(listed());
        assertThat(tracker.testPassed(PATH, LIST, now)).isEmpty();
    }

    @Test
    void failedTestPointsEndTheSuspicion() {
        see(listed());
        see(listed());
        tracker.testLeft(PATH);
        tracker.testFailed(PATH);
        assertThat(tracker.awaitingTest()).isEmpty();
        assertThat(tracker.lastResolver(PAIR)).isEmpty();
        assertThat(see(listed())).isInstanceOf(Step.LookAgain.class);
        see(listed());
        assertThat(tracker.testPassed(PATH, LIST, now)).isEmpty();
    }

    @Test
    void failedTestPointsOfOnePathLeaveTheOthers() {
        Pair second = pair("192.0.2.11", LIST);
        see(listed());
        see(listed());
        see(second, listed(), TWO);
        see(second, listed(), TWO);
        tracker.testFailed(new Path(LIST.id(), Kind.IPV4, TWO));
        assertThat(tracker.awaitingTest()).containsExactly(PATH);
        assertThat(tracker.lastResolver(second)).isEmpty();
    }

    @Test
    void aPairThatIsNotSettledProposesNothingElse() {
        see(listed());
        see(listed());
        Transition opened = passed(PATH).getFirst();
        assertEquals(NOTHING, see(listed()));
        assertEquals(NOTHING, see(clean()));
        assertThat(tracker.open(PAIR)).isEmpty();
        tracker.settle(opened);
        assertThat(tracker.open(PAIR)).contains(opened.listing());
        assertThat(see(clean())).isInstanceOf(Step.LookAgain.class);
    }

    @Test
    void aListingClosesAsItWas() {
        Listing listing = open("seen spam", "127.0.0.2");
        see(clean());
        see(clean());
        Transition closed = passed(PATH).getFirst();
        assertThat(closed).isInstanceOf(Transition.Closed.class);
        assertEquals(listing.closed(now, CloseReason.DELISTED), closed.listing());
        assertThat(closed.id()).isNotEqualTo(listing.id());
        tracker.settle(closed);
        assertThat(tracker.open()).isEmpty();
        assertThat(tracker.openCount()).isZero();
        assertEquals(NOTHING, see(clean()));
    }

    @Test
    void otherCodesChangeAListingAndKeepItsTextWhenThereIsNoNewOne() {
        Listing listing = open("seen spam", "127.0.0.2");
        see(listed("", "127.0.0.3"));
        see(listed("", "127.0.0.3"));
        Transition.Changed changed = (Transition.Changed) passed(PATH).getFirst();
        assertThat(changed.before()).isEqualTo(listing.codes());
        assertThat(changed.listing().text()).isEqualTo("seen spam");
        assertThat(changed.listing().codes()).extracting(ListedCode::answer).containsExactly("127.0.0.3");
        assertThat(changed.listing().id()).isEqualTo(listing.id());
        tracker.settle(changed);
        assertThat(tracker.open()).containsExactly(changed.listing());
        assertThat(tracker.openCount()).isEqualTo(1);
    }

    @Test
    void aChangeBringsItsOwnText() {
        open("seen spam", "127.0.0.2");
        see(listed("policy", "127.0.0.3"));
        see(listed("policy", "127.0.0.3"));
        assertThat(passed(PATH).getFirst().listing().text()).isEqualTo("policy");
    }

    @Test
    void onlyTheSuspicionsOfThePathThatPassedAreProposed() {
        Pair second = pair("192.0.2.11", LIST);
        see(listed());
        see(listed());
        see(second, listed(), TWO);
        see(second, listed(), TWO);
        assertThat(passed(PATH)).extracting(Transition::subject).containsExactly(PAIR.subject());
        assertThat(tracker.awaitingTest()).containsExactly(new Path(LIST.id(), Kind.IPV4, TWO));
    }

    @Test
    void restoredListingsAreWhatAnswersAreComparedWith() {
        Listing listing = open("", "127.0.0.2");
        Tracker another = new Tracker(() -> CATALOGUE, new TimeOrderedIds(new Random(6)));
        another.restore(List.of(listing));
        another.pool(tracker.pool());
        Observation seen = new Observation(PAIR, listed(), ONE, now, Duration.ZERO, "raw");
        assertEquals(NOTHING, another.observe(seen, Kind.IPV4));
        assertThat(another.open(PAIR)).contains(listing);
    }

    @Test
    void whatLeavesThePoolIsNotSuspectedAnyMore() {
        see(listed());
        see(listed());
        tracker.pool(pool("192.0.2.11"));
        assertThat(tracker.awaitingTest()).isEmpty();
        assertThat(tracker.lastResolver(PAIR)).isEmpty();
        assertThat(passed(PATH)).isEmpty();
    }

    @Test
    void suspicionsOfThoseWhoStayGoOn() {
        see(listed());
        see(listed());
        tracker.pool(pool("192.0.2.10"));
        assertThat(passed(PATH)).hasSize(1);
    }

    @Test
    void anOpenListingMovesWithItsTarget() {
        open("", "127.0.0.2");
        tracker.pool(new Pool(List.of(member("192.0.2.10", "b", "c"))));
        assertThat(tracker.open(PAIR).map(Listing::pools)).contains(names("b", "c"));
        tracker.pool(pool("192.0.2.11"));
        assertThat(tracker.open(PAIR).map(Listing::pools)).contains(names("b", "c"));
    }

    @Test
    void endingClosesWhatIsNamedOnce() {
        Listing listing = open("", "127.0.0.2");
        assertThat(tracker.end(one -> false, CloseReason.LEFT, now)).isEmpty();
        List<Transition> ended = tracker.end(one -> true, CloseReason.LEFT, now);
        assertThat(ended).extracting(Transition::listing).containsExactly(listing.closed(now, CloseReason.LEFT));
        assertThat(ended.getFirst().evidence()).isEqualTo(Evidence.NONE);
        assertThat(tracker.end(one -> true, CloseReason.LEFT, now)).isEmpty();
        assertThat(tracker.open(PAIR)).contains(listing);
        tracker.settle(ended.getFirst());
        assertThat(tracker.open(PAIR)).isEmpty();
    }

    @Test
    void aListThatIsDroppedTakesItsSuspicionsAlong() {
        Pair elsewhere = pair("192.0.2.10", OTHER);
        see(listed());
        see(listed());
        see(elsewhere, listed(), ONE);
        tracker.testLeft(PATH);
        tracker.forget(LIST.id());
        assertThat(tracker.awaitingTest()).isEmpty();
        assertThat(tracker.lastResolver(PAIR)).isEmpty();
        assertThat(tracker.lastResolver(elsewhere)).contains(ONE);
        see(listed());
        see(listed());
        assertThat(tracker.testPassed(PATH, LIST, now)).isEmpty();
    }

    @Test
    void numbersAreKeptWhileTheyAreGiven() {
        Verdict scored = new Verdict.Scored(((Verdict.Listed) listed()).hits(), 42, Duration.ZERO);
        assertEquals(NOTHING, see(scored));
        assertThat(tracker.score(PAIR)).isEqualTo(Optional.of(new PairScore(PAIR, 42, now)));
        assertThat(tracker.scores()).containsExactly(new PairScore(PAIR, 42, now));
        see(clean());
        assertThat(tracker.score(PAIR)).isEmpty();
        see(scored);
        tracker.forget(LIST.id());
        assertThat(tracker.scores()).isEmpty();
    }

    @Test
    void aNumberClosesAListing() {
        open("", "127.0.0.2");
        Verdict scored = new Verdict.Scored(((Verdict.Listed) listed()).hits(), 42, Duration.ZERO);
        assertEquals(new Step.LookAgain(ONE), see(scored));
        see(scored);
        assertThat(passed(PATH)).singleElement().isInstanceOf(Transition.Closed.class);
    }
}
