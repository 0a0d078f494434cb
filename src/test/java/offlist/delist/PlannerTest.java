package offlist.delist;

import static offlist.alert.Events.CSS;
import static offlist.alert.Events.T0;
import static offlist.alert.Events.XBL;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import offlist.alert.Events;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.delist.TaskStep.Kind;
import offlist.track.ListedCode;
import offlist.track.Listing;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();

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
    void aListNobodyKnowsStillHasAStep() {
        RemovalPlan plan = planner.plan(listing("house"));

        assertThat(plan.steps()).isNotEmpty();
        assertThat(plan.actor()).isEqualTo(Actor.NOBODY);
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

    private static Listing listing(String list) {
        Listing listing = Events.listing("192.0.2.10", new ListId(list), Severity.MAJOR, "a");
        return Events.with(
                listing,
                List.of(new ListedCode("127.0.0.2", "spam-source", "spam", Optional.empty())),
                Optional.empty(),
                Optional.empty());
    }
}
