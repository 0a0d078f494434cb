package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import offlist.dns.ResolverId;
import offlist.probe.Health;
import offlist.probe.Symptom;
import offlist.probe.Symptom.Blame;
import offlist.probe.Symptom.Sign;
import offlist.store.OpenStore;
import offlist.testing.Stores;
import offlist.track.ResolverState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose fault it is that lists fail, as it is told. */
class BlindResolverTest {
    private static final String A = "192.0.2.10";
    private static final Duration TURN = Duration.ofMinutes(10);
    private static final String[] LISTS = {"one", "two", "three", "four", "five"};
    private static final List<ResolverId> BOTH = List.of(Story.ONE, Story.TWO);

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

    private static Health bad(Sign sign, Blame blame) {
        Health.State state = switch (sign) {
            case NO_ANSWER -> Health.State.UNREACHABLE;
            case OUTSIDE -> Health.State.LISTS_EVERYTHING;
            case EMPTY -> Health.State.LISTS_NOTHING;
            case DENIED, PUBLIC, NONE -> Health.State.REFUSING;
        };
        return new Health(state, "because", new Symptom(sign, blame, "203.0.113.1"));
    }

    private void all(ResolverId resolver, Health said) {
        Stream.of(LISTS).forEach(list -> story.health(list, resolver, said));
    }

    private List<String> incidents() {
        return story.told.stream().filter(line -> line.contains("health")).toList();
    }

    private ResolverState state(ResolverId resolver) {
        return story.monitor().health().resolver(resolver).state();
    }

    private static ResolverState expected(Sign sign) {
        return switch (sign) {
            case NO_ANSWER, DENIED -> ResolverState.UNREACHABLE;
            case OUTSIDE -> ResolverState.REWRITES_NXDOMAIN;
            case EMPTY -> ResolverState.STRIPS_LOOPBACK;
            case PUBLIC -> ResolverState.PUBLIC;
            case NONE -> ResolverState.HEALTHY;
        };
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aBlindResolverIsOneIncidentAndListingsStay(Sign sign) {
        story.lists(Story.ONE, LISTS).listed("one", A, "127.0.0.2").pool(A);

        all(Story.ONE, bad(sign, Blame.OPEN));
        story.clean("one", A).pass(TURN.multipliedBy(3));

        assertThat(state(Story.ONE)).isEqualTo(expected(sign));
        assertThat(incidents()).containsExactly("resolver.health 127.0.0.1:53");
        assertThat(story.transitions()).containsExactly("listing.opened " + A + "/one");

        all(Story.ONE, Health.HEALTHY);
        story.pass(TURN.multipliedBy(5));
        assertThat(incidents()).hasSize(2).containsOnly("resolver.health 127.0.0.1:53");
        assertThat(story.transitions()).hasSize(2).last().isEqualTo("listing.closed " + A + "/one");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aResolverThatIsBlindFromTheStartIsOneIncident(Sign sign) {
        all(Story.ONE, bad(sign, Blame.OPEN));
        story.lists(Story.ONE, LISTS).pool(A).pass(TURN);

        assertThat(incidents()).containsExactly("resolver.health 127.0.0.1:53");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void withASecondResolverTheWorkGoesOn(Sign sign) {
        story.lists(BOTH, LISTS).pool(A).pass(TURN);

        all(Story.ONE, bad(sign, Blame.OPEN));
        story.listed("two", A, "127.0.0.2").pass(TURN.multipliedBy(3));

        assertThat(incidents()).containsExactly("resolver.health 127.0.0.1:53");
        assertThat(story.transitions()).containsExactly("listing.opened " + A + "/two");
        assertThat(state(Story.TWO)).isEqualTo(ResolverState.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void oneListAmongManyIsTheListsFault(Sign sign) {
        story.lists(Story.ONE, LISTS).pool(A).pass(TURN);

        story.health("three", Story.ONE, bad(sign, Blame.OPEN)).pass(TURN.multipliedBy(2));

        assertThat(incidents()).containsExactly("list.health three");
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_ANSWER", "OUTSIDE", "EMPTY"})
    void aDiagnosisTellsWhoseFaultASingleListShows(Sign sign) {
        story.lists(Story.ONE, "one")
                .health("one", Story.ONE, bad(sign, Blame.RESOLVER))
                .pool(A)
                .pass(TURN);

        assertThat(incidents()).containsExactly("resolver.health 127.0.0.1:53");
        assertThat(state(Story.ONE)).isEqualTo(expected(sign));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aSingleListOfWhichNothingIsProvenIsTheListsFault(Sign sign) {
        story.lists(Story.ONE, "one")
                .health("one", Story.ONE, bad(sign, Blame.OPEN))
                .pool(A)
                .pass(TURN);

        assertThat(incidents()).containsExactly("list.health one");
    }

    @Test
    void whatIsStillWrongWhenTheResolverIsWellIsToldThen() {
        story.lists(Story.ONE, LISTS).pool(A);
        all(Story.ONE, bad(Sign.NO_ANSWER, Blame.OPEN));
        story.pass(TURN.multipliedBy(2));

        all(Story.ONE, Health.HEALTHY);
        story.health("four", Story.ONE, Health.State.LISTS_NOTHING).pass(TURN.multipliedBy(5));

        assertThat(incidents())
                .startsWith("resolver.health 127.0.0.1:53")
                .containsExactlyInAnyOrder(
                        "resolver.health 127.0.0.1:53", "resolver.health 127.0.0.1:53", "list.health four");
    }

    @Test
    void whatWasGoodAMomentAgoIsAskedAgainBeforeAnybodyIsTold() {
        story.lists(Story.ONE, LISTS).pool(A).pass(TURN);
        Stream.of(LISTS).forEach(list -> story.monitor().health().wanted(path(list), story.clock.instant()));
        story.settle();
        all(Story.ONE, bad(Sign.OUTSIDE, Blame.OPEN));
        story.clock.pass(Duration.ofSeconds(2));
        story.monitor().health().wanted(path("two"), story.clock.instant());

        story.pass(Duration.ofSeconds(12));

        assertThat(incidents()).containsExactly("resolver.health 127.0.0.1:53");
    }

    private static offlist.track.Path path(String list) {
        return new offlist.track.Path(new offlist.catalogue.ListId(list), offlist.catalogue.Kind.IPV4, Story.ONE);
    }

    @Test
    void theOthersAreAskedOnceMoreAndNotAgainAndAgain() {
        story.lists(Story.ONE, LISTS).pool(A).pass(TURN.multipliedBy(2));
        all(Story.ONE, bad(Sign.EMPTY, Blame.OPEN));
        while (incidents().isEmpty()) {
            story.asked.clear();
            story.pass(Duration.ofSeconds(1));
        }
        story.asked.clear();
        story.pass(Duration.ofMinutes(8));

        assertThat(story.asked).noneMatch(line -> line.startsWith("test"));
    }

    @Test
    void theIncidentIsToldWithinTenSecondsOfTheFirstFailure() {
        story.lists(Story.ONE, LISTS).pool(A).pass(TURN.multipliedBy(2));
        all(Story.ONE, bad(Sign.EMPTY, Blame.OPEN));
        while (state(Story.ONE) == ResolverState.HEALTHY
                && story.monitor().health().lists().stream()
                        .allMatch(list ->
                                story.monitor().health().health(list).health().believable())) {
            story.pass(Duration.ofSeconds(1));
        }

        story.pass(Duration.ofSeconds(10));

        assertThat(incidents()).containsExactly("resolver.health 127.0.0.1:53");
    }

    @Test
    void anAnswerThatNeverComesDoesNotKeepTheNewsForEver() {
        story.lists(Story.ONE, LISTS).pool(A).pass(TURN.multipliedBy(2));
        story.health("one", Story.ONE, bad(Sign.EMPTY, Blame.OPEN)).loses("two");

        story.pass(TURN.multipliedBy(2));

        assertThat(incidents()).containsExactly("list.health one");
    }

    @Test
    void aRestartDoesNotRepeatTheIncidentNorTellTheLists() {
        story.lists(Story.ONE, LISTS).pool(A);
        all(Story.ONE, bad(Sign.OUTSIDE, Blame.OPEN));
        story.pass(TURN.multipliedBy(2)).restart().pool(A).pass(TURN.multipliedBy(2));

        assertThat(incidents()).containsExactly("resolver.health 127.0.0.1:53");

        all(Story.ONE, Health.HEALTHY);
        story.restart().pool(A).pass(TURN);
        assertThat(incidents()).hasSize(2).containsOnly("resolver.health 127.0.0.1:53");
    }

    @Test
    void aResolverThatIsNotAskedAnyMoreHasNoIncident() {
        story.lists(Story.ONE, LISTS).pool(A);
        all(Story.ONE, bad(Sign.OUTSIDE, Blame.OPEN));
        story.pass(TURN.multipliedBy(2));

        story.lists(Story.TWO, LISTS).listed("two", A, "127.0.0.2").pass(TURN);

        assertThat(incidents()).hasSize(2).containsOnly("resolver.health 127.0.0.1:53");
        assertThat(story.transitions()).containsExactly("listing.opened " + A + "/two");
    }

    @Test
    void aListThatOneResolverFiltersIsToldOfTheResolverAndGoesOnByTheOther() {
        story.lists(BOTH, LISTS).pool(A).pass(TURN);

        story.health("two", Story.ONE, new Health(Health.State.LISTS_NOTHING, "because"))
                .listed("two", A, "127.0.0.2")
                .listed("one", A, "127.0.0.2")
                .pass(TURN.multipliedBy(3));

        assertThat(state(Story.ONE)).isEqualTo(ResolverState.FILTERS);
        assertThat(incidents()).containsExactly("resolver.health 127.0.0.1:53");
        assertThat(story.transitions())
                .containsExactlyInAnyOrder("listing.opened " + A + "/one", "listing.opened " + A + "/two");
    }

    @Test
    void aListThatIsIllByItselfIsToldAlthoughItsOtherResolverIsBlind() {
        story.lists(BOTH, LISTS).pool(A).pass(TURN);
        all(Story.ONE, bad(Sign.NO_ANSWER, Blame.OPEN));
        story.health("five", Story.TWO, Health.State.REFUSING).pass(TURN.multipliedBy(3));

        assertThat(incidents()).containsExactlyInAnyOrder("resolver.health 127.0.0.1:53", "list.health five");
    }

    @Test
    void whatABlindResolverDoesToAListIsShownAtTheList() {
        story.lists(Story.ONE, LISTS).pool(A);
        all(Story.ONE, bad(Sign.EMPTY, Blame.OPEN));
        story.pass(TURN.multipliedBy(2));

        Health shown = story.monitor()
                .health()
                .health(new offlist.catalogue.ListId("three"))
                .health();
        assertThat(shown.state()).isEqualTo(Health.State.LISTS_NOTHING);
        assertThat(shown.cause()).isEqualTo("three cannot be judged: resolver 127.0.0.1:53 is blind (strips loopback)");
    }

    @Test
    void aListThatStaysBadForAWeekMayBeClosedForGood() {
        story.lists(Story.ONE, LISTS)
                .health("two", Story.ONE, Health.State.LISTS_EVERYTHING)
                .pool(A)
                .pass(TURN);
        assertThat(incidents()).containsExactly("list.health two");

        story.clock.pass(Duration.ofDays(4));
        story.settle().restart().pool(A).pass(TURN);
        assertThat(incidents()).hasSize(1);

        story.clock.pass(Duration.ofDays(3));
        story.settle().pass(TURN);
        assertThat(incidents()).containsExactly("list.health two", "list.health two");
        assertThat(story.causes).last().asString().contains("closed for good", "take it out of `lists`");

        story.pass(TURN.multipliedBy(5));
        assertThat(incidents()).hasSize(2);
    }

    @Test
    void aClockThatIsSetBackNeitherDelaysNorFloodsTheTestPoints() {
        story.lists(Story.ONE, LISTS).pool(A).pass(TURN);
        story.clock.pass(Duration.ofDays(-1));
        story.asked.clear();

        story.settle().pass(Duration.ofMinutes(30));

        assertThat(story.asked).filteredOn(line -> line.startsWith("test one")).hasSizeBetween(2, 4);
    }
}
