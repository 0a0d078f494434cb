package offlist.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import offlist.bounce.Refusals.Impact;
import offlist.triage.ListState.Standing;
import offlist.triage.ServerLook.Outcome;
import org.junit.jupiter.api.Test;

class TicketTest {
    private static final String HEADERS = """
            From: "Bob Builder" <bob@example.com>
            Subject: Your invoice
            Message-ID: <1@example.com>""";

    private static Triage triage(ObjectNode refusal) {
        Case plain = Cases.about(Optional.of(refusal));
        Case about = new Case(plain.address(), plain.domain(), plain.recipient(), plain.told(), HEADERS);
        List<ListState> lists = List.of(
                Cases.list("bad", Standing.LISTED),
                Cases.list("dark", Standing.UNKNOWN),
                Cases.before("old", "2026-10-01T00:00:00Z", "2026-10-03T00:00:00Z"),
                Cases.list("clean", Standing.NOT_LISTED));
        Servers servers = Cases.servers(Cases.MX, Cases.look(Outcome.REFUSES));
        Others others = new Others(
                Cases.NOON.minus(Duration.ofDays(7)),
                List.of(new Impact(
                        Optional.of("192.0.2.10"),
                        "private_list",
                        Optional.empty(),
                        true,
                        7,
                        Cases.NOON.minusSeconds(900),
                        Cases.NOON.minusSeconds(60))));
        return new Triage(
                Cases.NOON,
                about,
                lists,
                Optional.of(servers),
                Optional.of(others),
                Contacts.of(about.told(), about.domain()),
                Judge.of(new Facts(about, lists, Optional.of(servers), Optional.of(others))));
    }

    @Test
    void everythingThatWasFoundOutStandsInIt() {
        Ticket ticket = Ticket.of(triage(Cases.refusal("private_list")), false);
        assertEquals("192.0.2.10 and example.org: refused by the receiver's own judgement", ticket.title());
        assertEquals("""
                example.org refuses 192.0.2.10 by its own judgement. It may go by BAD, where the address is listed: get off there first.

                The refusal
                  Our address   192.0.2.10
                  Recipient     ann@example.org
                  Server        mx.example.org
                  Time          2026-11-23 11:59:00 UTC
                  It said       550 5.7.1 no mail from you, ask help@example.org
                  That means    the receiver refuses your address by a judgement of its own, which no public list shows
                  Page          https://example.org/why

                Blocklists now
                  Listed        BAD (127.0.0.2: spam seen), since 2026-11-23 11:00:00 UTC
                  Not listed    on 2 of 4 lists
                  Cannot tell   DARK (timeout)
                  Earlier       OLD: 2026-10-01 to 2026-10-03

                The recipient's mail servers
                  MX            mx.example.org (198.51.100.25)
                  mx.example.org 198.51.100.25: `554 no` (called from 192.0.2.10)

                Refusals by this domain since 2026-11-16 12:00:00 UTC
                  192.0.2.10    7 (private list), last 2026-11-23 11:59:00 UTC

                Whom to write to
                  help@example.org
                  postmaster@example.org

                As of 2026-11-23 12:00:00 UTC.

                Headers
                  From: "Bob Builder" <bob@example.com>
                  Subject: Your invoice
                  Message-ID: <1@example.com>
                """, ticket.text());
    }

    @Test
    void whatIsPersonalIsHiddenOnRequest() {
        String text = Ticket.of(triage(Cases.refusal("private_list")), true).text();
        assertThat(text)
                .contains("Recipient     a***@example.org")
                .contains("From: b***@example.com")
                .contains("Message-ID: <1@example.com>")
                .contains("postmaster@example.org")
                .doesNotContain("ann@")
                .doesNotContain("Bob")
                .doesNotContain("invoice");
    }

    @Test
    void wordsFromOutsideStayOnTheirLineAndPlayNoTricks() {
        ObjectNode hostile = Cases.refusal("private_list")
                .put("reply", "550 no\r\n\r\nWhom to write to\r\n  evil\u202Egro.elpmaxe \u0007");
        String text = Ticket.of(triage(hostile), false).text();
        assertThat(text)
                .contains("550 no Whom to write to evil")
                .doesNotContain("\u202E")
                .doesNotContain("\u0007");
    }
}
