package offlist.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.pool.DomainName;
import offlist.smtp.MailHost;
import offlist.smtp.MailHosts;
import offlist.triage.ListState.Standing;
import offlist.triage.ServerLook.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JudgeTest {
    private static final ListState CLEAN = Cases.list("clean", Standing.NOT_LISTED);
    private static final ListState LISTED = Cases.list("bad", Standing.LISTED);
    private static final ListState SILENT = Cases.list("dark", Standing.UNKNOWN);

    private static Conclusion of(Case about, List<ListState> lists, MailHosts hosts, ServerLook... looks) {
        return Judge.of(new Facts(about, lists, Optional.of(Cases.servers(hosts, looks)), Optional.empty()));
    }

    private static Conclusion told(ObjectNode refusal, ListState... lists) {
        return of(Cases.about(Optional.of(refusal)), List.of(lists), Cases.MX);
    }

    private static Conclusion untold(MailHosts hosts, List<ListState> lists, ServerLook... looks) {
        return of(Cases.about(Optional.empty()), lists, hosts, looks);
    }

    @Test
    void aNamedListThatListsTheAddressIsTheReason() {
        Conclusion conclusion = told(Cases.refusal("public_list", "bad"), LISTED, CLEAN);
        assertEquals(Whose.LIST, conclusion.whose());
        assertEquals("BAD lists 192.0.2.10, and example.org goes by it.", conclusion.sentence());
        assertThat(conclusion.steps().getFirst()).contains("removal task");
    }

    @Test
    void aNamedListThatDoesNotListTheAddressIsADisagreementWhateverOthersSay() {
        Conclusion conclusion = told(Cases.refusal("public_list", "clean"), CLEAN, LISTED);
        assertEquals(Whose.DISAGREEMENT, conclusion.whose());
        assertThat(conclusion.sentence())
                .startsWith("example.org says that CLEAN lists 192.0.2.10, and the list says that it does not");
        assertThat(conclusion.steps().getFirst()).startsWith("Write to the receiver");
    }

    @Test
    void aNamedListThatDoesNotAnswerIsNeitherListedNorClean() {
        Conclusion conclusion = told(Cases.refusal("public_list", "dark"), SILENT, CLEAN);
        assertEquals(Whose.UNCLEAR, conclusion.whose());
        assertThat(conclusion.sentence()).contains("DARK").contains("no usable answer");
    }

    @Test
    void ofTwoNamedListsOneThatListsItIsEnough() {
        assertEquals(
                Whose.LIST,
                told(Cases.refusal("public_list", "dark", "bad"), SILENT, LISTED)
                        .whose());
    }

    @Test
    void aNamedListThatIsNotAskedHereIsSaidToBeSo() {
        Conclusion conclusion = told(Cases.refusal("public_list", "other"), CLEAN);
        assertEquals(Whose.UNCLEAR, conclusion.whose());
        assertThat(conclusion.sentence()).contains("other.example").contains("not asked here");
    }

    @Test
    void aListThatNobodyKnowsIsTheReceiversOwnAffair() {
        assertEquals(Whose.RECEIVER, told(Cases.refusal("public_list"), CLEAN).whose());
    }

    @ParameterizedTest
    @CsvSource({
        "private_list, RECEIVER",
        "policy, RECEIVER",
        "rdns_policy, SENDER",
        "rate_limit, SENDER",
        "domain_list, LIST",
        "other, RECEIVER",
    })
    void theKindOfRefusalSaysWhoseItIs(String refusalClass, Whose whose) {
        assertEquals(whose, told(Cases.refusal(refusalClass), CLEAN).whose());
    }

    @Test
    void aReceiverThatJudgesForItselfMayGoByAListingElsewhere() {
        Conclusion conclusion = told(Cases.refusal("private_list"), LISTED);
        assertEquals(Whose.RECEIVER, conclusion.whose());
        assertThat(conclusion.sentence()).contains("It may go by BAD");
    }

    @Test
    void whatIsNotAboutTheAddressIsTheMessages() {
        ObjectNode full = Cases.refusal("recipient").put("relevant", false);
        assertEquals(Whose.MESSAGE, told(full, LISTED).whose());
    }

    @Test
    void aReceiverWhoseLookupsFailIsNotBelieved() {
        ObjectNode misread = Cases.refusal("public_list", "bad").put("receiverFault", true);
        assertEquals(Whose.DISAGREEMENT, told(misread, LISTED).whose());
    }

    @Test
    void withoutAnAddressNobodyGuesses() {
        Told told = Told.of(Cases.refusal("public_list", "bad").putNull("address"));
        Case unknown = new Case(
                Optional.empty(),
                Optional.of(DomainName.parse("example.org")),
                told.recipient(),
                Optional.of(told),
                "");
        Conclusion conclusion = of(unknown, List.of(), Cases.MX);
        assertEquals(Whose.UNCLEAR, conclusion.whose());
        assertThat(conclusion.sentence()).contains("cannot be told");
    }

    static Stream<Arguments> deadEnds() {
        return Stream.of(
                Arguments.of(new MailHosts.NoSuchDomain(), "does not exist"),
                Arguments.of(new MailHosts.NullMx(), "takes no mail at all"),
                Arguments.of(new MailHosts.Nowhere(), "neither MX nor address"),
                Arguments.of(
                        new MailHosts.Exchanges(List.of(new MailHost(
                                "mx.example.org",
                                List.of(),
                                Optional.of(new MailHost.Fault(true, "mx.example.org has no address"))))),
                        "mx.example.org has no address"));
    }

    @ParameterizedTest
    @MethodSource("deadEnds")
    void aDomainThatTakesNoMailIsTheReason(MailHosts hosts, String words) {
        Conclusion conclusion = untold(hosts, List.of(LISTED));
        assertEquals(Whose.RECIPIENT, conclusion.whose());
        assertThat(conclusion.sentence()).contains(words);
    }

    @Test
    void aHostOfWhichDnsKnowsNothingNowIsNoDeadEnd() {
        MailHosts hosts = new MailHosts.Exchanges(List.of(
                new MailHost("mx.example.org", List.of(), Optional.of(new MailHost.Fault(false, "no usable answer")))));
        assertEquals(Whose.NOBODY, untold(hosts, List.of(CLEAN)).whose());
    }

    @Test
    void whatARefusalSaidCountsMoreThanDeadDns() {
        Conclusion conclusion =
                of(Cases.about(Optional.of(Cases.refusal("policy"))), List.of(CLEAN), new MailHosts.NoSuchDomain());
        assertEquals(Whose.RECEIVER, conclusion.whose());
    }

    @Test
    void aListingWithoutARefusalIsTheFirstThingToMend() {
        assertEquals(Whose.LIST, untold(Cases.MX, List.of(LISTED, SILENT)).whose());
    }

    @Test
    void aServerThatDoesNotWantUsIsTheReceivers() {
        Conclusion conclusion = untold(Cases.MX, List.of(CLEAN), Cases.look(Outcome.REFUSES));
        assertEquals(Whose.RECEIVER, conclusion.whose());
        assertThat(conclusion.sentence()).contains("`554 no`");
    }

    @Test
    void serversThatAreSilentAreTheRecipients() {
        assertEquals(
                Whose.RECIPIENT,
                untold(Cases.MX, List.of(CLEAN), Cases.look(Outcome.SILENT)).whose());
        assertEquals(
                Whose.NOBODY,
                untold(Cases.MX, List.of(CLEAN), Cases.look(Outcome.SILENT), Cases.look(Outcome.GREETS))
                        .whose());
    }

    @Test
    void whatCouldNotBeAskedIsNoGoodNews() {
        assertEquals(Whose.UNCLEAR, untold(Cases.MX, List.of(CLEAN, SILENT)).whose());
        Conclusion blind = untold(new MailHosts.Unknown("no usable answer for example.org MX"), List.of(CLEAN));
        assertEquals(Whose.UNCLEAR, blind.whose());
        assertThat(blind.sentence()).contains("where mail for example.org goes cannot be told");
    }

    @Test
    void nothingFoundIsSaidAsNothingFound() {
        Conclusion conclusion = untold(Cases.MX, List.of(CLEAN));
        assertEquals(Whose.NOBODY, conclusion.whose());
        assertThat(conclusion.sentence()).contains("paste the bounce");
    }

    @Test
    void whatHasJustBeenDoneIsNoStepAnyMore() {
        assertThat(told(Cases.refusal("private_list"), CLEAN).steps())
                .noneMatch(step -> step.contains("./offlist check"))
                .anyMatch(step -> step.startsWith("Ask for removal"));
    }
}
