package offlist.bounce;

import static offlist.bounce.Meanings.at;
import static offlist.bounce.Meanings.listed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import offlist.bounce.Bounce.Complaint;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.pool.IpAddress;
import offlist.probe.Pair;
import offlist.reply.FoundAddress.Place;
import offlist.reply.Meaning;
import offlist.reply.Reply;
import offlist.store.OpenStore;
import offlist.store.Outbox;
import offlist.store.OutboxEntry;
import offlist.testing.ManualClock;
import offlist.track.TimeOrderedIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of refusals; the same on every store. */
abstract class RefusalContract {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final ListId ZEN = new ListId("spamhaus-zen");

    private final ManualClock clock = new ManualClock(START);
    private final List<String> heard = new ArrayList<>();
    private final List<String> complained = new ArrayList<>();
    private OpenStore store;
    private Complaints complaints;
    private RefusalDesk desk;
    private Refusals refusals;

    abstract OpenStore open();

    @BeforeEach
    void start() {
        store = open();
        RefusalReader reader = new RefusalReader(RefusalContract::meaning, AddressFinderTest::pools);
        desk = new RefusalDesk(
                store.database(),
                () -> reader,
                () -> BlockSettings.DEFAULT,
                new Hearing(),
                new TimeOrderedIds(new Random(7)),
                clock);
        refusals = new Refusals(store.database(), clock);
        complaints = new Complaints(store.database());
    }

    private final class Hearing implements RefusalHearer {
        @Override
        public void seen(String id, Refusal refusal) {
            heard.add(id);
        }

        @Override
        public void complained(Complained each) {
            complained.add(each.type() + " " + each.about().address().orElseThrow() + " "
                    + each.complaint().incidents());
        }
    }

    @AfterEach
    void stop() {
        store.close();
    }

    /** {@code 550 ADDRESS} is a listing of that address on the one list, any other reply an unknown user. */
    private static Meaning meaning(Reply reply) {
        if (reply.text().startsWith("552 ")) {
            return listed(ZEN.value());
        }
        return reply.text().startsWith("550 ")
                ? listed(ZEN.value(), at(Place.RULE, reply.text().substring(4)))
                : Meanings.unknownUser();
    }

    @Test
    void aRefusalIsKeptToldAndShown() {
        desk.attempts(List.of(attempt("ann@example.org", "550 192.0.2.10", "Q1")));

        List<Refusals.Kept> kept = refusals.find(RefusalFilter.ALL, Optional.empty(), 10);
        assertThat(kept).hasSize(1);
        assertThat(heard).containsExactly(kept.getFirst().id());
        var body = RefusalJson.decode(kept.getFirst().body());
        assertThat(body.path("address").asText()).isEqualTo("192.0.2.10");
        assertThat(body.path("class").asText()).isEqualTo("public_list");
        assertThat(body.path("ours").asBoolean()).isTrue();
        assertThat(body.path("recipient").asText()).isEqualTo("ann@example.org");
        assertThat(body.path("pools").path(0).asText()).isEqualTo("main");
    }

    private static byte[] complaint(String source, String messageId) {
        return """
                From: feedback@example.org
                To: abuse@example.com
                Subject: complaint
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary="b"

                --b
                Content-Type: text/plain

                This is an email abuse report.
                --b
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                User-Agent: loop/1
                Version: 1
                %sOriginal-Rcpt-To: <ann@example.org>
                Incidents: 2
                --b
                Content-Type: text/rfc822-headers

                Received: from mta.example.com (mta.example.com [192.0.2.11]) by mx.example.org
                From: news@example.com
                %s
                --b--
                """.formatted(source, messageId).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void aComplaintCountsOnceForTheAddressThatTheMessageCameFrom() {
        byte[] told = complaint("Source-IP: 192.0.2.10\n", "Message-ID: <1@example.com>");
        assertThat(desk.message(told)).isEmpty();
        desk.message(told);
        desk.message(complaint("Source-IP: 192.0.2.10\n", "Message-ID: <2@example.com>"));

        assertThat(complained).containsExactly("abuse 192.0.2.10 2", "abuse 192.0.2.10 2");
        assertThat(complaints.since(START, Optional.empty()))
                .containsExactly(new Complaints.Count(
                        Optional.of("192.0.2.10"), "abuse", Optional.of("example.org"), 4, START, START));
        assertThat(complaints.since(START.plusSeconds(1), Optional.empty())).isEmpty();
        assertThat(complaints.since(START, Optional.of(IpAddress.parse("192.0.2.11"))))
                .isEmpty();
    }

    @Test
    void withoutASourceTheTraceTellsWhoseMessageItWas() {
        desk.message(complaint("", "Message-ID: <1@example.com>"));
        assertThat(complained).containsExactly("abuse 192.0.2.11 2");
    }

    @Test
    void complaintsAboutOthersAreNobodysBusiness() {
        desk.message(complaint("Source-IP: 203.0.113.77\n", "Message-ID: <1@example.com>"));
        assertThat(complained).isEmpty();
        assertThat(complaints.since(Instant.EPOCH, Optional.empty())).isEmpty();
    }

    @Test
    void withoutAMessageIdEachComplaintCounts() {
        desk.message(complaint("Source-IP: 192.0.2.10\n", "X-Nothing: 1"));
        desk.message(complaint("Source-IP: 192.0.2.10\n", "X-Nothing: 1"));
        assertThat(complained).hasSize(2);
    }

    @Test
    void anUnknownTypeIsOtherAndOldComplaintsAreForgotten() {
        desk.complaints(List.of(new Complaint(
                "Opinion",
                Optional.of(IpAddress.parse("192.0.2.10")),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.of("m1"))));
        assertThat(complained).containsExactly("other 192.0.2.10 1");
        desk.forget(START.plusSeconds(1));
        assertThat(complaints.since(Instant.EPOCH, Optional.empty())).isEmpty();
    }

    private static Attempt refusedBy(String server, String recipient, String address) {
        return new Attempt(
                Optional.of(recipient),
                Optional.of(server),
                Optional.empty(),
                "550 " + address,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(server + recipient));
    }

    @Test
    void thoseWhoRefuseArePutTogetherByDomainOrByTheirServers() {
        desk.attempts(List.of(
                refusedBy("a.mx.example.net", "ann@example.org", "192.0.2.10"),
                refusedBy("b.mx.example.net", "bob@example.com", "192.0.2.11"),
                refusedBy("a.mx.example.net", "cat@example.org", "192.0.2.10")));
        desk.attempts(List.of(attempt("nobody@example.org", "551 who", "Q1")));
        Recipients recipients = new Recipients(store.database());

        assertThat(recipients.since(START, Recipients.By.DOMAIN, Optional.empty()))
                .extracting(Recipients.Group::name, Recipients.Group::refusals)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("example.org", 2L),
                        org.assertj.core.groups.Tuple.tuple("example.com", 1L));
        List<Recipients.Group> servers = recipients.since(START, Recipients.By.MX, Optional.of(ZEN));
        assertThat(servers).hasSize(1);
        assertThat(servers.getFirst().name()).isEqualTo("example.net");
        assertThat(servers.getFirst().domains()).containsExactly("example.com", "example.org");
        assertThat(servers.getFirst().addresses()).containsExactly("192.0.2.10", "192.0.2.11");
        assertThat(recipients.since(START, Recipients.By.MX, Optional.of(new ListId("psbl"))))
                .isEmpty();
        assertThat(recipients.since(START.plusSeconds(1), Recipients.By.DOMAIN, Optional.empty()))
                .isEmpty();
    }

    @Test
    void itsEventStandsInTheOutbox() {
        desk.attempts(List.of(attempt("ann@example.org", "550 192.0.2.10", "Q1")));

        List<OutboxEntry> entries = new Outbox(store.database()).after(0, 10);
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().type()).isEqualTo("offlist.refusal.seen");
        assertThat(entries.getFirst().subject()).isEqualTo("192.0.2.10/spamhaus-zen");
        assertThat(entries.getFirst().id()).isEqualTo(heard.getFirst());
    }

    @Test
    void theSameRefusalAgainGetsTheSameAnswerAndCountsOnce() {
        List<Refusal> first = desk.attempts(List.of(attempt("ann@example.org", "550 192.0.2.10", "Q1")));
        clock.pass(Duration.ofHours(1));
        List<Refusal> again = desk.attempts(List.of(attempt("Ann@example.org", "550 192.0.2.10", "Q1")));

        assertThat(RefusalJson.encode(again.getFirst()).path("address"))
                .isEqualTo(RefusalJson.encode(first.getFirst()).path("address"));
        assertThat(heard).hasSize(1);
        assertThat(refusals.find(RefusalFilter.ALL, Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void anAddressThatIsKnownLaterTakesThePlaceOfNone() {
        desk.attempts(List.of(attempt("ann@example.org", "552 who", "Q1")));
        desk.attempts(List.of(attempt("ann@example.org", "550 192.0.2.10", "Q1")));
        desk.attempts(List.of(attempt("ann@example.org", "552 who", "Q1")));

        assertThat(heard).hasSize(2);
        List<Refusals.Kept> kept = refusals.find(RefusalFilter.ALL, Optional.empty(), 10);
        assertThat(kept).hasSize(1);
        assertThat(RefusalJson.decode(kept.getFirst().body()).path("address").asText())
                .isEqualTo("192.0.2.10");
    }

    @Test
    void anotherRecipientOrMessageIsAnotherRefusal() {
        desk.attempts(List.of(
                attempt("ann@example.org", "550 192.0.2.10", "Q1"),
                attempt("bob@example.org", "550 192.0.2.10", "Q1"),
                attempt("ann@example.org", "550 192.0.2.10", "Q2")));

        assertThat(heard).hasSize(3);
    }

    @Test
    void anAddressOfNobodyOfOursIsAnsweredAndForgotten() {
        List<Refusal> answer = desk.attempts(List.of(attempt("ann@example.org", "550 198.51.100.7", "Q1")));

        assertThat(answer.getFirst().about().ours()).contains(false);
        assertThat(heard).isEmpty();
        assertThat(refusals.find(RefusalFilter.ALL, Optional.empty(), 10)).isEmpty();
        assertThat(new Outbox(store.database()).after(0, 10)).isEmpty();
    }

    @Test
    void whatIsNotAboutUsIsCountedAndToldToNobodyElse() {
        desk.attempts(List.of(attempt("ann@example.org", "551 no such user", "Q1")));

        assertThat(heard).hasSize(1);
        assertThat(new Outbox(store.database()).after(0, 10)).isEmpty();
    }

    @Test
    void theAnswerOfTheListStandsBesideTheRefusal() {
        desk.attempts(List.of(attempt("ann@example.org", "550 192.0.2.10", "Q1")));
        assertThat(asked().verdict()).isEmpty();

        clock.pass(Duration.ofSeconds(2));
        desk.answered(heard.getFirst(), ZEN, "not_listed");

        assertThat(asked().verdict()).contains("not_listed");
        assertThat(asked().at()).contains(START.plusSeconds(2));
        assertThat(asked().disagrees()).isTrue();
    }

    @Test
    void severalDomainsThatRefuseBecauseOfAListAreHarm() {
        Harm harm = new Harm(store.database());
        Pair pair = new Pair(IpAddress.parse("192.0.2.10"), ZEN);
        for (int i = 0; i < 2; i++) {
            desk.attempts(List.of(attempt("ann@example" + i + ".org", "550 192.0.2.10", "Q" + i)));
            desk.attempts(List.of(attempt("bob@example" + i + ".org", "550 192.0.2.10", "R" + i)));
        }
        assertThat(harm.seen(clock.instant())).isEmpty();

        desk.attempts(List.of(attempt("ann@example2.org", "550 192.0.2.10", "Q2")));
        assertThat(harm.seen(clock.instant())).containsExactly(Map.entry(pair, Severity.MAJOR));

        for (int i = 3; i < 10; i++) {
            desk.attempts(List.of(attempt("ann@example" + i + ".org", "550 192.0.2.10", "Q" + i)));
        }
        assertThat(harm.seen(clock.instant())).containsExactly(Map.entry(pair, Severity.CRITICAL));
        clock.pass(Harm.WITHIN);
        assertThat(harm.seen(clock.instant())).isEmpty();
    }

    private Refusals.Asked asked() {
        return refusals.byId(heard.getFirst()).orElseThrow().asked().getFirst();
    }

    @Test
    void filtersFindTheirOwnAndPagesMeetWithoutAGap() {
        for (int i = 0; i < 5; i++) {
            desk.attempts(List.of(attempt("u" + i + "@example.org", "550 192.0.2.10", "Q" + i)));
            desk.attempts(List.of(attempt("u" + i + "@example.net", "550 192.0.2.11", "R" + i)));
            desk.attempts(List.of(attempt("u" + i + "@example.net", "551 nobody", "S" + i)));
            clock.pass(Duration.ofMinutes(1));
        }

        assertThat(find(filter(Optional.of("192.0.2.10"), Optional.empty(), Optional.empty())))
                .hasSize(5);
        assertThat(find(filter(Optional.empty(), Optional.of("example.net"), Optional.empty())))
                .hasSize(10);
        assertThat(find(filter(Optional.empty(), Optional.empty(), Optional.of(true))))
                .hasSize(10);
        List<String> paged = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            List<Refusals.Kept> page = refusals.find(RefusalFilter.ALL, cursor, 4);
            page.forEach(kept -> paged.add(kept.id()));
            cursor = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.getLast().id());
        } while (cursor.isPresent());
        assertThat(paged).hasSize(15).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    private List<Refusals.Kept> find(RefusalFilter filter) {
        return refusals.find(filter, Optional.empty(), 100);
    }

    private static RefusalFilter filter(Optional<String> address, Optional<String> domain, Optional<Boolean> relevant) {
        return new RefusalFilter(
                address.map(IpAddress::parse),
                domain,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                relevant,
                Optional.empty());
    }

    @Test
    void aDomainShowsHowEachAddressFares() {
        desk.attempts(List.of(
                attempt("a@example.org", "550 192.0.2.10", "Q1"),
                attempt("b@Example.ORG", "550 192.0.2.10", "Q2"),
                attempt("c@example.org", "550 192.0.2.11", "Q3"),
                attempt("d@example.net", "550 192.0.2.11", "Q4")));

        List<Refusals.Impact> impact = refusals.impact("example.org", START);

        assertThat(impact)
                .extracting(i -> i.address().orElse("?") + " " + i.refusals() + " " + i.refusalClass())
                .containsExactly("192.0.2.10 2 public_list", "192.0.2.11 1 public_list");
    }

    @Test
    void whatIsOldIsForgotten() {
        desk.attempts(List.of(attempt("a@example.org", "550 192.0.2.10", "Q1")));
        clock.pass(Duration.ofDays(2));
        desk.attempts(List.of(attempt("b@example.org", "550 192.0.2.10", "Q2")));

        desk.forget(clock.instant().minus(Duration.ofDays(1)));

        assertThat(find(RefusalFilter.ALL)).extracting(Refusals.Kept::id).containsExactly(heard.getLast());
        assertThat(refusals.byId(heard.getFirst())).isEmpty();
    }

    static Attempt attempt(String recipient, String reply, String reference) {
        return new Attempt(
                Optional.of(recipient),
                Optional.of("mx.example.org"),
                Optional.empty(),
                reply,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(reference));
    }
}
