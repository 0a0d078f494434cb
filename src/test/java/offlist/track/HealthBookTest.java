package offlist.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import offlist.catalogue.Basis;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.TestPoints;
import offlist.catalogue.Zone;
import offlist.dns.ResolverId;
import offlist.probe.AskedList;
import offlist.probe.Health;
import offlist.probe.Symptom;
import offlist.probe.Symptom.Blame;
import offlist.probe.Symptom.Sign;
import offlist.probe.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HealthBookTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final ResolverId ONE = new ResolverId("127.0.0.1:53");
    private static final ResolverId TWO = new ResolverId("127.0.0.2:53");
    private static final Verdict CLEAN = new Verdict.NotListed(Duration.ZERO);
    private static final Verdict TIMEOUT = new Verdict.Failed(Verdict.Cause.TIMEOUT);

    private final HealthBook book = new HealthBook(new Random(3));

    private static AskedList asked(String id, ResolverId... resolvers) {
        DnsList list = DnsList.custom(new ListId(id), Zone.of(id + ".test"));
        return new AskedList(list, list.zone(), List.of(resolvers), Duration.ofSeconds(1), 3);
    }

    private static Path path(String list, Kind kind, ResolverId resolver) {
        return new Path(new ListId(list), kind, resolver);
    }

    private static Path v4(String list, ResolverId resolver) {
        return path(list, Kind.IPV4, resolver);
    }

    private static Health health(Health.State state) {
        return new Health(state, "because", Symptom.NONE);
    }

    private HealthBook watch(AskedList asked, Kind... kinds) {
        book.watch(asked, Set.of(kinds), INTERVAL, T0);
        return book;
    }

    private HealthBook says(Path path, Health.State state) {
        book.tested(path, health(state), T0);
        return book;
    }

    private Health.State state(String list) {
        return book.health(new ListId(list)).health().state();
    }

    @Test
    void everyKindIsTestedThroughEveryResolverAtOnceAndOnce() {
        watch(asked("bl", ONE, TWO), Kind.IPV4, Kind.IPV6);
        assertThat(book.nextAt()).contains(T0);
        assertThat(book.due(T0))
                .containsExactlyInAnyOrder(
                        v4("bl", ONE), v4("bl", TWO), path("bl", Kind.IPV6, ONE), path("bl", Kind.IPV6, TWO));
        assertThat(book.due(T0.plusSeconds(299))).isEmpty();
        assertThat(book.nextAt()).isEmpty();
        assertThat(book.lists()).containsExactly(new ListId("bl"));
    }

    @ParameterizedTest
    @EnumSource(Health.State.class)
    void whatTestPointsSayAgainstIsDistrustedAndNothingElse(Health.State state) {
        watch(asked("bl", ONE, TWO), Kind.IPV4).due(T0);
        says(v4("bl", ONE), state);
        assertThat(book.distrusted(v4("bl", ONE)))
                .isEqualTo(!EnumSet.of(Health.State.HEALTHY, Health.State.UNVERIFIED)
                        .contains(state));
        assertThat(book.distrusted(v4("bl", TWO))).as("not asked yet").isFalse();
        assertThat(book.distrusted(v4("other", ONE))).as("not known").isFalse();
    }

    @Test
    void aTestThatNeverCameBackIsMadeAgain() {
        watch(asked("bl", ONE), Kind.IPV4).due(T0);
        assertThat(book.due(T0.plusSeconds(300))).containsExactly(v4("bl", ONE));
        assertThat(book.due(T0.plusSeconds(301))).isEmpty();
    }

    @Test
    void aClockThatIsSetBackDelaysNothing() {
        watch(asked("bl", ONE), Kind.IPV4).due(T0);
        says(v4("bl", ONE), Health.State.HEALTHY);
        Instant next = book.nextAt().orElseThrow();
        book.due(T0.minus(Duration.ofDays(1)));
        assertThat(book.nextAt()).contains(next.minus(Duration.ofDays(1)));
        assertThat(book.health(new ListId("bl")).since()).isEqualTo(T0.minus(Duration.ofDays(1)));
    }

    @Test
    void aClockThatIsSetBackWhileATestIsUnderWayLosesNoTest() {
        watch(asked("bl", ONE), Kind.IPV4).due(T0);
        Instant before = T0.minus(Duration.ofDays(1));
        book.due(before);
        assertThat(book.due(before.plusSeconds(299))).isEmpty();
        assertThat(book.due(before.plusSeconds(300))).containsExactly(v4("bl", ONE));
    }

    @Test
    void nothingIsDueBeforeItsTime() {
        watch(asked("bl", ONE), Kind.IPV4);
        assertThat(book.due(T0.minusMillis(1))).isEmpty();
    }

    @Test
    void pathsAreTestedInTheOrderOfTheirNames() {
        watch(asked("bl", TWO, ONE), Kind.IPV4);
        assertThat(book.due(T0)).containsExactly(v4("bl", ONE), v4("bl", TWO));
    }

    @Test
    void aTestedPathIsTestedAgainWithinItsInterval() {
        watch(asked("bl", ONE), Kind.IPV4).due(T0);
        says(v4("bl", ONE), Health.State.HEALTHY);
        Instant next = book.nextAt().orElseThrow();
        // A tenth earlier at most, so that not all daemons ask at the same moment.
        assertThat(next).isBetween(T0.plus(INTERVAL.multipliedBy(9).dividedBy(10)), T0.plus(INTERVAL));
        assertThat(book.due(next)).containsExactly(v4("bl", ONE));
    }

    @Test
    void aNewIntervalHoldsFromTheNextTestOn() {
        watch(asked("bl", ONE), Kind.IPV4).due(T0);
        book.watch(asked("bl", ONE), Set.of(Kind.IPV4), Duration.ofMinutes(30), T0);
        says(v4("bl", ONE), Health.State.HEALTHY);
        assertThat(book.nextAt().orElseThrow()).isAfter(T0.plus(Duration.ofMinutes(26)));
    }

    @Test
    void watchingAgainKeepsWhatIsKnownAndDropsWhatIsNotWanted() {
        watch(asked("bl", ONE, TWO), Kind.IPV4, Kind.IPV6);
        watch(asked("other", ONE), Kind.IPV4);
        says(v4("bl", ONE), Health.State.HEALTHY);
        says(v4("bl", TWO), Health.State.HEALTHY);
        watch(asked("bl", ONE), Kind.IPV4);
        assertThat(book.usable(v4("bl", ONE))).isTrue();
        assertThat(book.usable(v4("bl", TWO))).isFalse();
        assertThat(book.due(T0)).containsExactly(v4("other", ONE));
        assertThat(book.resolvers()).containsExactly(ONE);
    }

    @Test
    void aForgottenListIsNotTested() {
        watch(asked("bl", ONE), Kind.IPV4);
        watch(asked("other", TWO), Kind.IPV4);
        book.forget(new ListId("bl"));
        assertThat(book.due(T0)).containsExactly(v4("other", TWO));
        assertThat(book.health(new ListId("bl"))).isEqualTo(ListHealth.UNASKED);
    }

    @Test
    void whatIsSaidOfAPathThatNobodyWatchesIsIgnored() {
        book.tested(v4("bl", ONE), Health.HEALTHY, T0);
        book.observed(v4("bl", ONE), CLEAN, T0);
        book.wanted(v4("bl", ONE), T0);
        assertThat(book.usable(v4("bl", ONE))).isFalse();
        assertThat(book.nextAt()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Health.State.class)
    void onlyHealthyPathsAndThoseWithoutTestPointsAreUsable(Health.State state) {
        watch(asked("bl", ONE), Kind.IPV4);
        assertThat(book.usable(v4("bl", ONE))).isFalse();
        says(v4("bl", ONE), state);
        assertEquals(
                EnumSet.of(Health.State.HEALTHY, Health.State.UNVERIFIED).contains(state), book.usable(v4("bl", ONE)));
    }

    @Test
    void usableResolversComeInTheOrderOfPreference() {
        AskedList asked = asked("bl", TWO, ONE);
        watch(asked, Kind.IPV4, Kind.IPV6);
        says(v4("bl", ONE), Health.State.HEALTHY);
        says(v4("bl", TWO), Health.State.HEALTHY);
        says(path("bl", Kind.IPV6, ONE), Health.State.REFUSING);
        assertThat(book.usable(asked, Kind.IPV4)).containsExactly(TWO, ONE);
        assertThat(book.usable(asked, Kind.IPV6)).isEmpty();
    }

    /** Failures in a row make the test points due, a refusal at once; a definite answer ends the row. */
    @ParameterizedTest
    @CsvSource({
        "f,      false",
        "ff,     false",
        "fff,    true",
        "ffcff,  false",
        "fflff,  false",
        "fflfff, true",
        "ffsff,  false",
        "r,      true",
        "ccr,    true",
    })
    void whatAnswersSayOfTheirPath(String seen, boolean due) {
        Path path = v4("bl", ONE);
        watch(asked("bl", ONE), Kind.IPV4).due(T0);
        says(path, Health.State.HEALTHY);
        Instant later = T0.plusSeconds(60);
        seen.chars().forEach(letter -> book.observed(path, verdict((char) letter), later));
        assertEquals(due, book.due(later).contains(path));
    }

    private static Verdict verdict(char letter) {
        Verdict.Hit hit = new Verdict.Hit(
                "127.0.0.2",
                DnsList.custom(new ListId("bl"), Zone.of("bl.test")).codes().getFirst());
        return switch (letter) {
            case 'f' -> TIMEOUT;
            case 'r' -> new Verdict.Refused(hit);
            case 'l' -> new Verdict.Listed(List.of(hit), "", Duration.ZERO);
            case 's' -> new Verdict.Scored(List.of(hit), 3, Duration.ZERO);
            default -> CLEAN;
        };
    }

    @Test
    void aPathThatIsIllAnywayIsNotHurriedByFailuresAndRefusals() {
        Path path = v4("bl", ONE);
        watch(asked("bl", ONE), Kind.IPV4).due(T0);
        says(path, Health.State.UNREACHABLE);
        Instant later = T0.plusSeconds(30);
        "ffffr".chars().forEach(letter -> book.observed(path, verdict((char) letter), later));
        assertThat(book.due(later)).isEmpty();
    }

    @Test
    void whoWaitsForATestHurriesIt() {
        watch(asked("bl", ONE), Kind.IPV4).due(T0);
        says(v4("bl", ONE), Health.State.HEALTHY);
        book.wanted(v4("bl", ONE), T0.plusSeconds(5));
        assertThat(book.nextAt()).contains(T0.plusSeconds(5));
        book.wanted(v4("bl", ONE), T0.plusSeconds(50));
        assertThat(book.nextAt()).contains(T0.plusSeconds(5));
    }

    /** A kind is as good as its best path. */
    @ParameterizedTest
    @CsvSource({
        "HEALTHY,     LISTS_EVERYTHING, HEALTHY",
        "HEALTHY,     REFUSING,         HEALTHY",
        "UNREACHABLE, HEALTHY,          HEALTHY",
        "REFUSING,    UNREACHABLE,      UNREACHABLE",
        "UNREACHABLE, REFUSING,         UNREACHABLE",
        "REFUSING,    LISTS_EVERYTHING, REFUSING",
        "LISTS_NOTHING, REFUSING,       LISTS_NOTHING",
        "LISTS_NOTHING, UNREACHABLE,    UNREACHABLE",
        "UNREACHABLE, UNVERIFIED,       UNVERIFIED",
    })
    void theBestPathSpeaksForAKind(Health.State one, Health.State two, Health.State list) {
        watch(asked("bl", ONE, TWO), Kind.IPV4);
        says(v4("bl", ONE), one);
        says(v4("bl", TWO), two);
        assertEquals(list, state("bl"));
    }

    /** A list is as bad as its worst kind. */
    @ParameterizedTest
    @CsvSource({
        "HEALTHY, HEALTHY,          HEALTHY",
        "HEALTHY, REFUSING,         REFUSING",
        "UNREACHABLE, REFUSING,     REFUSING",
        "LISTS_EVERYTHING, HEALTHY, LISTS_EVERYTHING",
        "HEALTHY, UNREACHABLE,      UNREACHABLE",
    })
    void theWorstKindSpeaksForAList(Health.State v4, Health.State v6, Health.State list) {
        watch(asked("bl", ONE), Kind.IPV4, Kind.IPV6);
        says(v4("bl", ONE), v4);
        says(path("bl", Kind.IPV6, ONE), v6);
        assertEquals(list, state("bl"));
    }

    @Test
    void thatNobodyPromisedAnIpv6TestPointIsNoFaultOfAListThatWorks() {
        watch(asked("bl", ONE), Kind.IPV4, Kind.IPV6);
        says(v4("bl", ONE), Health.State.HEALTHY);
        says(path("bl", Kind.IPV6, ONE), Health.State.LISTS_NOTHING);
        assertEquals(Health.State.HEALTHY, state("bl"));
    }

    @Test
    void aListThatKnowsNoTestPointAtAllIsIll() {
        watch(asked("bl", ONE), Kind.IPV4, Kind.IPV6);
        says(v4("bl", ONE), Health.State.LISTS_NOTHING);
        says(path("bl", Kind.IPV6, ONE), Health.State.LISTS_NOTHING);
        assertEquals(Health.State.LISTS_NOTHING, state("bl"));
    }

    @Test
    void aTestPointThatWasPromisedIsAFaultWhenItIsNotListed() {
        DnsList list = DnsList.custom(new ListId("bl"), Zone.of("bl.test"));
        TestPoints promised = new TestPoints(
                list.test().positive(), list.test().negative(), List.of(), Basis.DOCUMENTED, Basis.DOCUMENTED, "");
        AskedList asked = new AskedList(list.with(promised), list.zone(), List.of(ONE), Duration.ofSeconds(1), 3);
        watch(asked, Kind.IPV4, Kind.IPV6);
        says(v4("bl", ONE), Health.State.HEALTHY);
        says(path("bl", Kind.IPV6, ONE), Health.State.LISTS_NOTHING);
        assertEquals(Health.State.LISTS_NOTHING, state("bl"));
    }

    @Test
    void otherListsSayNothingOfAList() {
        watch(asked("bl", ONE), Kind.IPV4);
        watch(asked("other", ONE), Kind.IPV4);
        says(v4("bl", ONE), Health.State.HEALTHY);
        says(v4("other", ONE), Health.State.REFUSING);
        assertEquals(Health.State.HEALTHY, state("bl"));
    }

    @Test
    void healthIsToldWithItsBeginning() {
        watch(asked("bl", ONE), Kind.IPV4);
        book.tested(v4("bl", ONE), health(Health.State.REFUSING), T0.plusSeconds(7));
        book.tested(v4("bl", ONE), health(Health.State.REFUSING), T0.plusSeconds(70));
        assertEquals(
                new ListHealth(health(Health.State.REFUSING), T0.plusSeconds(7), true, false),
                book.health(new ListId("bl")));
    }

    /** What two lists show through one resolver, the state of that, and how many lists are blind by it. */
    @ParameterizedTest
    @CsvSource({
        "NONE,      NONE,      HEALTHY,           0",
        "NO_ANSWER, NO_ANSWER, UNREACHABLE,       2",
        "DENIED,    NO_ANSWER, UNREACHABLE,       2",
        "NO_ANSWER, NONE,      HEALTHY,           0",
        "OUTSIDE,   OUTSIDE,   REWRITES_NXDOMAIN, 2",
        "OUTSIDE,   NONE,      HEALTHY,           0",
        "EMPTY,     EMPTY,     STRIPS_LOOPBACK,   2",
        "EMPTY,     OUTSIDE,   HEALTHY,           0",
        "PUBLIC,    PUBLIC,    PUBLIC,            2",
        "PUBLIC,    NONE,      PUBLIC,            0",
    })
    void aResolverIsToBlameForWhatNearlyAllListsShow(Sign one, Sign two, ResolverState state, int blind) {
        watch(asked("bl", ONE), Kind.IPV4);
        watch(asked("other", ONE), Kind.IPV4);
        shows("bl", ONE, one, Blame.OPEN, 5);
        shows("other", ONE, two, Blame.OPEN, 6);
        ResolverStatus status = book.resolver(ONE);
        assertEquals(state, status.state());
        assertEquals(blind, status.blind().size());
        assertEquals(state == ResolverState.HEALTHY, status.cause().isEmpty());
        assertEquals(blind == 2, book.health(new ListId("bl")).blind());
    }

    /** A test of which the answers show this, some seconds after the beginning. */
    private void shows(String list, ResolverId resolver, Sign sign, Blame blame, int seconds) {
        Health.State state = switch (sign) {
            case NONE -> Health.State.HEALTHY;
            case NO_ANSWER -> Health.State.UNREACHABLE;
            case OUTSIDE -> Health.State.LISTS_EVERYTHING;
            case EMPTY -> Health.State.LISTS_NOTHING;
            case DENIED, PUBLIC -> Health.State.REFUSING;
        };
        Symptom symptom = sign == Sign.NONE ? Symptom.NONE : new Symptom(sign, blame, "words");
        book.tested(v4(list, resolver), new Health(state, "because", symptom), T0.plusSeconds(seconds));
    }

    /** One list alone says nothing of its resolver, unless a diagnosis proved it or it is fine by another way. */
    @ParameterizedTest
    @CsvSource({
        "NO_ANSWER, OPEN,     false, UNREACHABLE,       0",
        "NO_ANSWER, RESOLVER, false, UNREACHABLE,       1",
        "NO_ANSWER, OPEN,     true,  UNREACHABLE,       1",
        "NO_ANSWER, LIST,     true,  UNREACHABLE,       0",
        "OUTSIDE,   RESOLVER, false, REWRITES_NXDOMAIN, 1",
        "OUTSIDE,   OPEN,     false, HEALTHY,           0",
        "OUTSIDE,   OPEN,     true,  REWRITES_NXDOMAIN, 1",
        "OUTSIDE,   LIST,     true,  FILTERS,           1",
        "EMPTY,     RESOLVER, false, STRIPS_LOOPBACK,   1",
        "PUBLIC,    OPEN,     true,  PUBLIC,            1",
        "DENIED,    OPEN,     true,  UNREACHABLE,       1",
    })
    void oneListAloneProvesLittle(Sign sign, Blame blame, boolean fineElsewhere, ResolverState state, int blind) {
        watch(asked("bl", ONE, TWO), Kind.IPV4);
        if (fineElsewhere) {
            shows("bl", TWO, Sign.NONE, Blame.OPEN, 4);
        }
        shows("bl", ONE, sign, blame, 5);
        ResolverStatus status = book.resolver(ONE);
        assertEquals(state, status.state());
        assertEquals(blind, status.blind().size());
        assertEquals(blind == 0 ? ResolverState.HEALTHY : state, status.told());
    }

    @Test
    void aListThatRefusesOneResolverAndNotTheOtherIsFiltered() {
        watch(asked("bl", ONE, TWO), Kind.IPV4);
        watch(asked("other", ONE), Kind.IPV4);
        says(v4("other", ONE), Health.State.HEALTHY);
        says(v4("bl", ONE), Health.State.REFUSING);
        assertEquals(ResolverState.HEALTHY, book.resolver(ONE).state());
        says(v4("bl", TWO), Health.State.HEALTHY);
        assertEquals(ResolverState.FILTERS, book.resolver(ONE).state());
        assertEquals(ResolverState.HEALTHY, book.resolver(TWO).state());
        assertThat(book.resolver(ONE).blind()).containsExactly(new ListId("bl"));
    }

    @Test
    void aBlindResolverNamesTheListsAndTheListsNameIt() {
        watch(asked("bl", ONE), Kind.IPV4);
        watch(asked("other", ONE), Kind.IPV4);
        shows("bl", ONE, Sign.NO_ANSWER, Blame.OPEN, 1);
        shows("other", ONE, Sign.NO_ANSWER, Blame.OPEN, 2);
        assertThat(book.resolver(ONE).cause()).startsWith("127.0.0.1:53 ").contains("bl, other");
        ListHealth known = book.health(new ListId("bl"));
        assertThat(known.blind()).isTrue();
        assertThat(known.health().cause())
                .isEqualTo("bl cannot be judged: resolver 127.0.0.1:53 is blind (unreachable)");
        assertThat(known.since()).isEqualTo(T0.plusSeconds(1));
    }

    @Test
    void whatABlindResolverSaysOfAListCountsLessThanWhatAnotherSays() {
        watch(asked("bl", ONE, TWO), Kind.IPV4);
        watch(asked("other", ONE), Kind.IPV4);
        shows("bl", ONE, Sign.NO_ANSWER, Blame.OPEN, 1);
        shows("other", ONE, Sign.NO_ANSWER, Blame.OPEN, 2);
        says(v4("bl", TWO), Health.State.REFUSING);
        assertThat(book.health(new ListId("bl")))
                .isEqualTo(new ListHealth(health(Health.State.REFUSING), T0, true, false));
    }

    @Test
    void whenAListFailsTheOthersBehindItsResolverAreAskedBeforeAnybodyIsTold() {
        watch(asked("bl", ONE), Kind.IPV4);
        watch(asked("other", ONE), Kind.IPV4);
        watch(asked("third", ONE), Kind.IPV4);
        watch(asked("elsewhere", TWO), Kind.IPV4);
        book.due(T0);
        for (String list : List.of("bl", "other", "third")) {
            shows(list, ONE, Sign.NONE, Blame.OPEN, 0);
        }
        shows("elsewhere", TWO, Sign.NONE, Blame.OPEN, 0);
        shows("bl", ONE, Sign.NO_ANSWER, Blame.OPEN, 60);
        Instant now = T0.plusSeconds(60);
        assertThat(book.settling(ONE, now)).isTrue();
        assertThat(book.settling(TWO, now)).isFalse();
        assertThat(book.settling(new ListId("bl"), now)).isTrue();
        assertThat(book.settling(new ListId("other"), now)).isFalse();
        assertThat(book.settledBy(now)).contains(now.plusSeconds(10));
        assertThat(book.due(now)).containsExactly(v4("other", ONE));
        assertThat(book.due(now.plusSeconds(1))).containsExactly(v4("third", ONE));
        shows("other", ONE, Sign.NONE, Blame.OPEN, 62);
        assertThat(book.settling(ONE, now.plusSeconds(2))).isTrue();
        shows("third", ONE, Sign.NONE, Blame.OPEN, 63);
        assertThat(book.settling(ONE, now.plusSeconds(3))).isFalse();
        assertThat(book.settledBy(now.plusSeconds(3))).isEmpty();
    }

    @Test
    void aKindWithoutTestPointsSaysNothingOfTheOthers() {
        watch(asked("bl", ONE), Kind.IPV4, Kind.DOMAIN);
        shows("bl", ONE, Sign.NONE, Blame.OPEN, 0);
        book.tested(
                new Path(new ListId("bl"), Kind.DOMAIN, ONE),
                new Health(Health.State.UNVERIFIED, "has no test point"),
                T0);
        assertEquals(
                Health.State.HEALTHY, book.health(new ListId("bl")).health().state());
    }

    @Test
    void whatWasIllJustNowIsNotTestedAgain() {
        watch(asked("bl", ONE), Kind.IPV4);
        watch(asked("other", ONE), Kind.IPV4);
        book.due(T0);
        shows("bl", ONE, Sign.NONE, Blame.OPEN, 0);
        shows("other", ONE, Sign.NO_ANSWER, Blame.OPEN, 29);
        book.due(T0.plusSeconds(29));
        shows("bl", ONE, Sign.NO_ANSWER, Blame.OPEN, 29);
        assertThat(book.due(T0.plusSeconds(30))).isEmpty();
        assertThat(book.settling(ONE, T0.plusSeconds(29))).isFalse();
    }

    @Test
    void whatWasWellAMomentAgoIsAskedOnceMore() {
        watch(asked("bl", ONE), Kind.IPV4);
        watch(asked("other", ONE), Kind.IPV4);
        book.due(T0);
        shows("bl", ONE, Sign.NONE, Blame.OPEN, 0);
        shows("other", ONE, Sign.NONE, Blame.OPEN, 29);
        shows("bl", ONE, Sign.NO_ANSWER, Blame.OPEN, 29);
        assertThat(book.settling(ONE, T0.plusSeconds(29))).isTrue();
        assertThat(book.due(T0.plusSeconds(29))).containsExactly(v4("other", ONE));
    }

    @Test
    void inOneRoundNothingIsAskedTwice() {
        watch(asked("bl", ONE), Kind.IPV4);
        watch(asked("other", ONE), Kind.IPV4);
        watch(asked("third", ONE), Kind.IPV4);
        book.due(T0);
        for (String list : new String[] {"bl", "other", "third"}) {
            shows(list, ONE, Sign.NONE, Blame.OPEN, 0);
        }
        shows("bl", ONE, Sign.NO_ANSWER, Blame.OPEN, 29);
        assertThat(book.due(T0.plusSeconds(31))).containsExactlyInAnyOrder(v4("other", ONE), v4("third", ONE));
        shows("third", ONE, Sign.NONE, Blame.OPEN, 31);
        shows("other", ONE, Sign.NO_ANSWER, Blame.OPEN, 31);
        assertThat(book.due(T0.plusSeconds(33))).isEmpty();
        assertThat(book.settling(ONE, T0.plusSeconds(33))).isFalse();
    }

    @Test
    void nobodyWaitsLongerThanTenSecondsForTheOthers() {
        watch(asked("bl", ONE), Kind.IPV4);
        watch(asked("other", ONE), Kind.IPV4);
        shows("bl", ONE, Sign.NO_ANSWER, Blame.OPEN, 0);
        assertThat(book.settling(ONE, T0.plusSeconds(9))).isTrue();
        assertThat(book.settling(ONE, T0.plusSeconds(10))).isFalse();
        assertThat(book.settling(ONE, T0.minusSeconds(1))).isFalse();
    }

    @Test
    void aListThatFailsByItsOwnFaultBeginsNoRound() {
        watch(asked("bl", ONE), Kind.IPV4);
        watch(asked("other", ONE), Kind.IPV4);
        says(v4("bl", ONE), Health.State.REFUSING);
        assertThat(book.settling(ONE, T0)).isFalse();
    }

    @Test
    void theOthersThatWereBlindAreAskedWhenOneIsBack() {
        watch(asked("bl", ONE), Kind.IPV4);
        watch(asked("other", ONE), Kind.IPV4);
        book.due(T0);
        shows("bl", ONE, Sign.NO_ANSWER, Blame.OPEN, 0);
        shows("other", ONE, Sign.NO_ANSWER, Blame.OPEN, 1);
        shows("bl", ONE, Sign.NONE, Blame.OPEN, 60);
        assertThat(book.due(T0.plusSeconds(60))).containsExactly(v4("other", ONE));
    }

    @Test
    void aForgottenListIsNotWaitedFor() {
        watch(asked("bl", ONE), Kind.IPV4);
        watch(asked("other", ONE), Kind.IPV4);
        shows("bl", ONE, Sign.NO_ANSWER, Blame.OPEN, 0);
        book.forget(new ListId("other"));
        assertThat(book.settling(ONE, T0.plusSeconds(1))).isFalse();
        assertThat(book.lists()).containsExactly(new ListId("bl"));
    }

    @Test
    void theOtherListsAreStillWaitedForWhenOneIsForgotten() {
        watch(asked("bl", ONE), Kind.IPV4);
        watch(asked("other", ONE), Kind.IPV4);
        watch(asked("third", ONE), Kind.IPV4);
        shows("bl", ONE, Sign.NO_ANSWER, Blame.OPEN, 0);
        book.forget(new ListId("other"));
        assertThat(book.settling(ONE, T0.plusSeconds(1))).isTrue();
    }

    @Test
    void aResolverIsJudgedByTheListsThatAreLeft() {
        watch(asked("bl", ONE), Kind.IPV4);
        watch(asked("other", ONE), Kind.IPV4);
        shows("bl", ONE, Sign.NO_ANSWER, Blame.OPEN, 0);
        shows("other", ONE, Sign.NO_ANSWER, Blame.OPEN, 0);
        assertEquals(2, book.resolver(ONE).blind().size());
        book.forget(new ListId("other"));
        assertThat(book.resolver(ONE).blind()).isEmpty();
    }

    @Test
    void whatIsWellIsNotAskedAgainWhenAnotherIsBack() {
        watch(asked("bl", ONE), Kind.IPV4);
        watch(asked("other", ONE), Kind.IPV4);
        book.due(T0);
        shows("other", ONE, Sign.NONE, Blame.OPEN, 0);
        shows("bl", ONE, Sign.OUTSIDE, Blame.RESOLVER, 1);
        book.due(T0.plusSeconds(3));
        shows("other", ONE, Sign.NONE, Blame.OPEN, 3);
        assertThat(book.resolver(ONE).blind()).containsExactly(new ListId("bl"));
        shows("bl", ONE, Sign.NONE, Blame.OPEN, 60);
        assertThat(book.due(T0.plusSeconds(60))).isEmpty();
    }

    @Test
    void aResolverOfWhichNothingWasTestedIsUnverified() {
        watch(asked("bl", ONE), Kind.IPV4);
        assertEquals(ResolverState.UNVERIFIED, book.resolver(ONE).state());
        assertEquals(ResolverState.UNVERIFIED, book.resolver(ONE).told());
        says(v4("bl", ONE), Health.State.UNVERIFIED);
        assertEquals(ResolverState.HEALTHY, book.resolver(ONE).state());
    }

    @ParameterizedTest
    @EnumSource(ResolverState.class)
    void aStateIsFoundByItsLabel(ResolverState state) {
        assertEquals(state, ResolverState.of(state.label()));
        assertEquals(ResolverState.UNVERIFIED, ResolverState.of("no such state"));
    }

    @Test
    void aResolverWithoutAPathHasNoBeginning() {
        assertThat(book.resolver(ONE).since()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void resolversAreNamedOnceAndInOrder() {
        watch(asked("bl", TWO, ONE), Kind.IPV4, Kind.IPV6);
        watch(asked("other", ONE), Kind.IPV4);
        assertThat(book.resolvers()).containsExactly(ONE, TWO);
    }
}
