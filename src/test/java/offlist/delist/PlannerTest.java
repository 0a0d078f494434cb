package offlist.delist;

import static offlist.alert.Events.CSS;
import static offlist.alert.Events.T0;
import static offlist.alert.Events.XBL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.alert.Events;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.delist.TaskStep.Kind;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.yaml.Problems;
import offlist.yaml.YamlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();

    private static final List<String> NAMES = List.of("one", "two", "three");

    @TempDir
    Path directory;

    private final Planner planner = new Planner(() -> CATALOGUE);

    @Test
    void aCodeThatNamesAComponentGetsItsProcedure() {
        RemovalPlan plan = planner.plan(Events.listing("192.0.2.10"));

        assertThat(plan.steps()).anySatisfy(step -> assertThat(step.text()).contains("CSS"));
        assertThat(plan.steps()).noneSatisfy(step -> assertThat(step.text()).contains("each has its own procedure"));
    }

    @Test
    void severalComponentsMakeOnePlan() {
        RemovalPlan plan = planner.plan(
                Events.with(Events.listing("192.0.2.10"), List.of(CSS, XBL), Optional.empty(), Optional.empty()));

        assertThat(plan.steps().stream().filter(step -> step.kind() == Kind.FIX_CAUSE))
                .hasSize(2);
    }

    @Test
    void whatComesBeforeAskingStandsBeforeIt() {
        RemovalPlan plan = planner.plan(Events.listing("192.0.2.10"));

        List<Kind> kinds = plan.steps().stream()
                .map(TaskStep::kind)
                .filter(kind -> kind != Kind.WAIT)
                .toList();
        assertThat(kinds).isSorted().contains(Kind.LOOK_UP, Kind.FIX_CAUSE, Kind.ASK);
    }

    @Test
    void linksAreFilledWithTheAddress() {
        assertThat(planner.plan(Events.listing("2001:db8::25")).steps())
                .flatExtracting(step -> step.link().stream().map(URI::toString).toList())
                .anySatisfy(link -> assertThat(link).contains("2001%3Adb8%3A%3A25"));
    }

    @Test
    void anEntryThatGoesByItselfHasADate() {
        RemovalPlan plan = planner.plan(listing("spamcop"));

        assertThat(plan.expires()).contains(T0.plus(Duration.ofHours(24)));
    }

    @Test
    void aListThatSellsRemovalsIsNotToBePaid() {
        RemovalPlan plan = planner.plan(listing("uceprotect-1"));

        assertThat(plan.warnings()).anySatisfy(warning -> assertThat(warning).containsIgnoringCase("pay"));
    }

    @Test
    void aListNobodyKnowsIsAskedForAtItsOperator() {
        RemovalPlan plan = planner.plan(listing("house"));

        assertThat(plan.steps())
                .anySatisfy(step ->
                        assertThat(step.text()).isEqualTo("No way to come off house is published: ask its operator"));
        assertThat(plan.actor()).isEqualTo(Actor.OPERATOR);
    }

    @Test
    void aReceiversOwnBlockGoesTheWayOfTheCatalogue() {
        RemovalPlan plan = planner.plan(listing("microsoft-consumer"));

        assertThat(plan.actor()).isEqualTo(Actor.OPERATOR);
        assertThat(plan.steps()).anySatisfy(step -> {
            assertThat(step.kind()).isEqualTo(Kind.ASK);
            assertThat(step.link()).isPresent();
        });
        assertThat(plan.steps().getLast().text()).contains("nobody can ask it");
    }

    @Test
    void whatIsListedAsAWholeIsForWhoeverHoldsAllOfIt() {
        RemovalPlan plan = planner.plan(Events.range("192.0.2.0/24", listing("blocklist-de")));

        assertThat(planner.plan(listing("blocklist-de")).actor()).isEqualTo(Actor.OPERATOR);
        assertThat(plan.actor()).isEqualTo(Actor.NETWORK_OWNER);
        assertThat(plan.steps()).anySatisfy(step -> {
            assertThat(step.kind()).isEqualTo(Kind.LOOK_UP);
            assertThat(step.text()).contains("192.0.2.0/24");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "self-service              | OPERATOR      | NETWORK_OWNER",
                "account                   | OPERATOR      | NETWORK_OWNER",
                "email                     | OPERATOR      | NETWORK_OWNER",
                "ticket                    | OPERATOR      | NETWORK_OWNER",
                "unknown                   | OPERATOR      | NETWORK_OWNER",
                "isp-request               | NETWORK_OWNER | NETWORK_OWNER",
                "auto-expiry               | NOBODY        | NOBODY",
                "paid-express              | NOBODY        | NOBODY",
                "none                      | NOBODY        | NOBODY",
                "'auto-expiry, isp-request' | NETWORK_OWNER | NETWORK_OWNER",
                "'isp-request, email'      | OPERATOR      | NETWORK_OWNER",
            })
    void whoCanAskFollowsFromTheWaysThatThereAre(String methods, Actor actor, Actor ofRange) throws IOException {
        Planner own = planner("{methods: [" + methods + "]}");

        assertThat(own.plan(parts("one")).actor()).isEqualTo(actor);
        assertThat(own.plan(Events.range("192.0.2.0/24", parts("one"))).actor()).isEqualTo(ofRange);
    }

    @Test
    void ofSeveralComponentsTheOneThatCanBeAskedDecides() throws IOException {
        Planner own = planner("{methods: [auto-expiry]}", "{methods: [isp-request]}", "{methods: [self-service]}");

        assertThat(own.plan(parts("one", "two", "three")).actor()).isEqualTo(Actor.OPERATOR);
        assertThat(own.plan(parts("two", "one")).actor()).isEqualTo(Actor.NETWORK_OWNER);
    }

    @Test
    void theStrictestPauseAndTheSlowestAnswerCount() throws IOException {
        Planner own = planner(
                "{methods: [email], cooldown-after: 2d, typical-after: 9d}",
                "{methods: [email], cooldown-after: 14d, typical-after: 1d}",
                "{methods: [email]}");

        assertThat(own.plan(parts("one", "two", "three")).terms()).isEqualTo(terms(14, 9));
        assertThat(own.plan(parts("two", "one")).terms()).isEqualTo(terms(14, 9));
        assertThat(own.plan(parts("three")).terms()).isEqualTo(RemovalPlan.Terms.NONE);
    }

    @Test
    void whoWantsOneRequestWantsNoSecondWhileAtWorkOnTheFirst() throws IOException {
        Planner own = planner(
                "{methods: [email], once: true, typical-after: 3d}",
                "{methods: [email], once: true, typical-after: 3d, cooldown-after: 1d}",
                "{methods: [email], typical-after: 3d}");

        assertThat(own.plan(parts("one")).terms()).isEqualTo(terms(3, 3));
        assertThat(own.plan(parts("two")).terms()).isEqualTo(terms(1, 3));
        assertThat(own.plan(parts("three")).terms().pause()).isEmpty();
    }

    @Test
    void anEntryHasADateOnlyWhereAllOfItGoesByItselfAndThenTheLatest() throws IOException {
        Planner own = planner(
                "{methods: [auto-expiry], auto-expiry-after: 7d}",
                "{methods: [auto-expiry], auto-expiry-after: 2d}",
                "{methods: [auto-expiry]}");

        assertThat(own.plan(parts("two", "one")).expires()).contains(T0.plus(Duration.ofDays(7)));
        assertThat(own.plan(parts("one", "two")).expires()).contains(T0.plus(Duration.ofDays(7)));
        assertThat(own.plan(parts("one", "three")).expires()).isEmpty();
    }

    @Test
    void whatTheComponentsSayOfTimesIsSaidOnceEach() throws IOException {
        Planner own = planner(
                "{methods: [email], typical-time: a day, cooldown: a week}",
                "{methods: [email], typical-time: a day}",
                "{methods: [email], typical-time: two days, cooldown: never}");

        RemovalPlan plan = own.plan(parts("one", "two", "three"));
        assertThat(plan.typicalTime()).isEqualTo("a day; two days");
        assertThat(plan.cooldown()).isEqualTo("a week; never");
    }

    @Test
    void thatNothingIsToBePaidIsSaidFirstUnlessTheListSaysItItself() throws IOException {
        Planner own = planner(
                "{methods: [paid-express, email], warnings: [repayment is slow, it is public]}",
                "{methods: [paid-express], warnings: [do not pay for it]}",
                "{methods: [email], warnings: [it is public]}");

        assertThat(own.plan(parts("one")).warnings())
                .containsExactly(
                        "never pay for a removal: payment changes nothing about the cause",
                        "repayment is slow",
                        "it is public");
        assertThat(own.plan(parts("two")).warnings()).containsExactly("do not pay for it");
        assertThat(own.plan(parts("three")).warnings()).containsExactly("it is public");
        assertThat(own.plan(parts("one", "three", "two")).warnings())
                .containsExactly("repayment is slow", "it is public", "do not pay for it");
    }

    private static RemovalPlan.Terms terms(int pause, int usual) {
        return new RemovalPlan.Terms(Optional.of(Duration.ofDays(pause)), Optional.of(Duration.ofDays(usual)));
    }

    /** Of a catalogue with lists `one`, `two` and `three` that are left like this. */
    private Planner planner(String... removals) throws IOException {
        StringBuilder file = new StringBuilder("lists:\n");
        for (int i = 0; i < removals.length; i++) {
            file.append("""
                      - id: %s
                        zone: bl%d.partner.example
                        codes: [{match: 127.0.0.2, effect: listed, reason: spam-source, meaning: sent spam}]
                        removal: %s
                    """.formatted(NAMES.get(i), i, removals[i]));
        }
        Files.writeString(directory.resolve("partner.yaml"), file);
        Problems problems = new Problems();
        Catalogue own = CatalogueReader.over(CATALOGUE, directory, YamlText.given("catalogue", "x"), problems)
                .catalogue();
        assertThat(problems.list()).isEmpty();
        return new Planner(() -> own);
    }

    /** A listing whose codes name these lists as components. */
    private static Listing parts(String... names) {
        List<ListedCode> codes = Stream.of(names)
                .map(name -> new ListedCode("127.0.0.2", "spam-source", "spam", Optional.of(name)))
                .toList();
        return Events.with(listing("one"), codes, Optional.empty(), Optional.empty());
    }

    private static Listing listing(String list) {
        Listing listing = Events.listing("192.0.2.10", new ListId(list), Severity.MAJOR, "a");
        return Events.with(
                listing,
                List.of(new ListedCode("127.0.0.2", "spam-source", "spam", Optional.empty())),
                Optional.empty(),
                Optional.empty());
    }
}
