package offlist.delist;

import static offlist.alert.Events.CSS;
import static offlist.alert.Events.XBL;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.alert.Events;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.LinkTemplate;
import offlist.catalogue.RemovalMethod;
import offlist.catalogue.RemovalProcedure;
import offlist.delist.TaskStep.Kind;
import offlist.track.ListedCode;
import offlist.track.Listing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StepsTest {
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();
    private static final String PAGE = "https://partner.example/remove?ip={ip}";
    private static final String FILLED = "https://partner.example/remove?ip=192.0.2.10";
    private static final String MAIL = "removals@partner.example";
    private static final TaskStep LAST = new TaskStep(
            Kind.WAIT,
            "Wait for the list; it is asked all the time, and this task closes itself when the listing has gone",
            Optional.empty());

    private final Listing listing = listing("192.0.2.10", code("unheard-of"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELF_SERVICE | ASK  | Ask Partner to remove 192.0.2.10                                     | "
                        + FILLED,
                "ACCOUNT      | ASK  | Sign in at Partner and ask there for the removal of 192.0.2.10       | "
                        + FILLED,
                "EMAIL        | ASK  | Write to removals@partner.example and say what was wrong and what was done"
                        + " | mailto:removals@partner.example?subject=Removal%20of%20192.0.2.10",
                "TICKET       | ASK  | Open a ticket with Partner and say what was wrong and what was done  | "
                        + FILLED,
                "ISP_REQUEST  | ASK  | Have the owner of the network ask Partner for the removal of 192.0.2.10 | "
                        + FILLED,
                "UNKNOWN      | ASK  | No way to come off Partner is published: ask its operator            | "
                        + FILLED,
                "AUTO_EXPIRY  | WAIT | Partner lets go by itself: after a week                              | ''",
                "NONE         | WAIT | Partner takes no requests: the entry goes when its cause has gone    | ''",
            })
    void eachWayOffTheListIsAStepWithItsLink(RemovalMethod method, Kind kind, String text, String link) {
        TaskStep step = new TaskStep(
                kind, text, Optional.of(link).filter(given -> !given.isEmpty()).map(URI::create));

        assertThat(steps(how(method))).containsExactly(step, LAST);
    }

    @ParameterizedTest
    @EnumSource(names = {"PAID_EXPRESS", "SEE_SUBLIST"})
    void whatIsSoldOrStandsElsewhereIsNoStep(RemovalMethod method) {
        assertThat(steps(how(method))).containsExactly(LAST);
    }

    @Test
    void allWaysOfAListAreShown() {
        assertThat(steps(how(RemovalMethod.AUTO_EXPIRY, RemovalMethod.SELF_SERVICE)))
                .extracting(TaskStep::kind)
                .containsExactly(Kind.ASK, Kind.WAIT, Kind.WAIT);
    }

    @Test
    void aListThatNamesNoAddressIsWrittenToAtTheOneOfItsPage() {
        assertThat(steps(how("", PAGE, "", RemovalMethod.EMAIL)))
                .startsWith(new TaskStep(
                        Kind.ASK,
                        "Write to Partner, at the address its page names, and say what was wrong and what was done",
                        Optional.of(URI.create(FILLED))));
    }

    @Test
    void whatIsNoMailAddressIsNoLink() {
        TaskStep step = steps(how("a b?cc=x@partner.example", PAGE, "", RemovalMethod.EMAIL))
                .getFirst();

        assertThat(step.text()).contains("Write to a b?cc=x@partner.example");
        assertThat(step.link()).contains(URI.create(FILLED));
    }

    @Test
    void anAddressWithColonsIsWrittenSoThatItStaysInASubject() {
        Listing v6 = listing("2001:db8::25", code("unheard-of"));

        assertThat(new Steps(CATALOGUE, v6, List.of(partner(how(RemovalMethod.EMAIL))))
                        .all()
                        .getFirst()
                        .link())
                .contains(URI.create("mailto:" + MAIL + "?subject=Removal%20of%202001%3Adb8%3A%3A25"));
    }

    @Test
    void anExpiryThatNobodyDescribesIsSaidInGeneralWords() {
        assertThat(steps(how("", PAGE, " ", RemovalMethod.AUTO_EXPIRY)))
                .startsWith(new TaskStep(
                        Kind.WAIT, "Partner lets go by itself when nothing more is seen", Optional.empty()));
    }

    @Test
    void aListWithoutAPageIsAskedAtItsWebsite() {
        RemovalProcedure how = how("", "", "", RemovalMethod.UNKNOWN);
        Procedure known = new Procedure("Partner", how, Optional.of("https://www.partner.example/"));

        assertThat(new Steps(CATALOGUE, listing, List.of(known))
                        .all()
                        .getFirst()
                        .link())
                .contains(URI.create("https://www.partner.example/"));
        assertThat(steps(how).getFirst().link()).isEmpty();
    }

    @Test
    void whatAListWantsFirstStandsBeforeTheAskingAndAfterTheCause() {
        Listing spam = listing("192.0.2.10", CSS);
        RemovalProcedure how = new RemovalProcedure(
                List.of(RemovalMethod.SELF_SERVICE),
                LinkTemplate.parse("https://partner.example/look?ip={ip}"),
                LinkTemplate.parse(PAGE),
                Optional.empty(),
                List.of("reverse DNS set", "cause ended"),
                "",
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());

        List<TaskStep> steps = new Steps(CATALOGUE, spam, List.of(partner(how))).all();

        assertThat(steps)
                .extracting(TaskStep::kind)
                .containsExactly(Kind.LOOK_UP, Kind.FIX_CAUSE, Kind.PREPARE, Kind.PREPARE, Kind.ASK, Kind.WAIT);
        assertThat(steps.getFirst())
                .isEqualTo(new TaskStep(
                        Kind.LOOK_UP,
                        "See what Partner has on 192.0.2.10",
                        Optional.of(URI.create("https://partner.example/look?ip=192.0.2.10"))));
        assertThat(steps.subList(2, 4))
                .containsExactly(
                        new TaskStep(Kind.PREPARE, "Reverse DNS set", Optional.empty()),
                        new TaskStep(Kind.PREPARE, "Cause ended", Optional.empty()));
    }

    @Test
    void eachReasonIsACauseOnceAndOneThatAsksForNothingIsNone() {
        Listing many = listing("192.0.2.10", CSS, code(CSS.reason()), XBL, code("neutral"), code("unheard-of"));

        assertThat(new Steps(CATALOGUE, many, List.of()).all())
                .filteredOn(step -> step.kind() == Kind.FIX_CAUSE)
                .extracting(TaskStep::text)
                .containsExactly(Stream.of(CSS, XBL)
                        .map(code -> CATALOGUE.reason(code.reason()).orElseThrow())
                        .map(reason -> "Fix the cause (" + reason.means() + "): " + reason.senderAction())
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "asn          | the network (AS) of the address",
                "country      | the networks of the country",
                "192.0.2.0/24 | 192.0.2.0/24",
            })
    void anEntryOfMoreThanTheAddressHasAHolderToBeFound(String range, String words) {
        assertThat(new Steps(CATALOGUE, Events.range(range, listing), List.of()).all())
                .containsExactly(
                        new TaskStep(
                                Kind.LOOK_UP,
                                "Find who holds " + words
                                        + ": the entry means all of it and not 192.0.2.10 alone, so the cause has to end in all of it",
                                Optional.empty()),
                        LAST);
    }

    @Test
    void theSameStepOfTwoComponentsIsOneStep() {
        Procedure partner = partner(how(RemovalMethod.SELF_SERVICE));
        Procedure other = new Procedure("Other", how(RemovalMethod.SELF_SERVICE), Optional.empty());

        assertThat(new Steps(CATALOGUE, listing, List.of(partner, other, partner)).all())
                .extracting(TaskStep::text)
                .containsExactly("Ask Partner to remove 192.0.2.10", "Ask Other to remove 192.0.2.10", LAST.text());
    }

    private List<TaskStep> steps(RemovalProcedure how) {
        return new Steps(CATALOGUE, listing, List.of(partner(how))).all();
    }

    private static Procedure partner(RemovalProcedure how) {
        return new Procedure("Partner", how, Optional.empty());
    }

    private static RemovalProcedure how(RemovalMethod... methods) {
        return how(MAIL, PAGE, "after a week", methods);
    }

    private static RemovalProcedure how(String email, String page, String expiry, RemovalMethod... methods) {
        return new RemovalProcedure(
                List.of(methods),
                Optional.empty(),
                LinkTemplate.parse(page),
                Optional.of(email).filter(text -> !text.isEmpty()),
                List.of(),
                expiry,
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
    }

    private static ListedCode code(String reason) {
        return new ListedCode("127.0.0.9", reason, "", Optional.empty());
    }

    private static Listing listing(String address, ListedCode... codes) {
        return Events.with(Events.listing(address), List.of(codes), Optional.empty(), Optional.empty());
    }
}
