package offlist.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MaskedTest {
    @Test
    void ofAMailboxTheFirstLetterAndTheDomainStay() {
        assertEquals(
                "<a***@example.org>: 550 no such user b***@mx.example.net",
                Masked.text("<ann.smith@example.org>: 550 no such user bob+news@mx.example.net"));
    }

    @Test
    void officesStay() {
        String text = "write to postmaster@example.org or Abuse@example.net";
        assertEquals(text, Masked.text(text));
    }

    @Test
    void whatAMessageIsAboutAndWhoIsNamedIsHiddenInHeaders() {
        String headers = """
                Received: from mta.example.com (mta.example.com [192.0.2.10])
                \tby mx.example.org with ESMTP id 4711 for <ann@example.org>;
                \tMon, 23 Nov 2026 12:00:00 +0000
                From: "Bob Builder" <bob@example.com>
                To: Ann Smith <ann@example.org>,
                 Carl <carl@example.org>
                Subject: Your divorce papers
                 and what they cost
                Reply-To: Somebody
                Message-ID: <1@example.com>
                Date: Mon, 23 Nov 2026 12:00:00 +0000""";
        assertEquals("""
                Received: from mta.example.com (mta.example.com [192.0.2.10])
                \tby mx.example.org with ESMTP id 4711 for <a***@example.org>;
                \tMon, 23 Nov 2026 12:00:00 +0000
                From: b***@example.com
                To: a***@example.org, c***@example.org
                Subject: [hidden]
                Reply-To: [hidden]
                Message-ID: <1@example.com>
                Date: Mon, 23 Nov 2026 12:00:00 +0000""", Masked.headers(headers));
    }

    @Test
    void aTextThatOnlyLooksLikeMailboxesTakesNoTime() {
        String text = "a".repeat(100_000) + "@" + "b.".repeat(50_000);
        assertThat(Masked.headers("To: " + text)).isNotEmpty();
    }
}
