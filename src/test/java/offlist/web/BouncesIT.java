package offlist.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SampleStage.Profile.class)
class BouncesIT {
    private static final String LISTED =
            "550 5.7.1 Service unavailable; client [192.0.2.77] blocked using zen.spamhaus.org";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void theWordsOfAServerAreReadKeptAndShown() {
        given().contentType("text/plain")
                .body(LISTED)
                .post("/api/v1/bounces")
                .then()
                .statusCode(200)
                .body("refusals", hasSize(1))
                .body("refusals[0].relevant", is(true))
                .body("refusals[0].class", equalTo("public_list"))
                .body("refusals[0].address", equalTo("192.0.2.77"))
                .body("refusals[0].addressEvidence", equalTo("reply_text"))
                .body("refusals[0].ours", is(true))
                .body("refusals[0].recipient", nullValue())
                .body("refusals[0].remoteMta", nullValue())
                .body("refusals[0].replyCode", equalTo("550"))
                .body("refusals[0].enhancedCode", equalTo("5.7.1"))
                .body("refusals[0].operator", equalTo("spamhaus"))
                .body("refusals[0].lists", hasItem("zen.spamhaus.org"))
                .body("refusals[0].temporary", is(false))
                .body("refusals[0].next", hasItem("check_lists"));

        String id = given().get("/api/v1/refusals?address=192.0.2.77&relevant=true")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].asked.list", hasItem("spamhaus-zen"))
                .extract()
                .path("items[0].id");
        given().get("/api/v1/refusals/" + id)
                .then()
                .statusCode(200)
                .body("reply", equalTo(LISTED))
                .body("seenAt", notNullValue());
    }

    @Test
    void aMessageIsReadForEachRecipientAndTheDomainShowsIt() {
        String message = """
                From: MAILER-DAEMON@mx.example.com
                To: list@example.com
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                <ann@refusing.example>: host mx.refusing.example[203.0.113.9] said: 554 5.7.1 Service
                    unavailable; Client host [192.0.2.78] blocked using bl.spamcop.net (in reply to RCPT TO command)

                <bob@refusing.example>: host mx.refusing.example[203.0.113.9] said: 550 5.1.1 no such user

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.com
                X-Postfix-Queue-ID: 4ABCDEF

                Final-Recipient: rfc822; ann@refusing.example
                Action: failed
                Status: 5.7.1
                Remote-MTA: dns; mx.refusing.example
                Diagnostic-Code: smtp; 554 5.7.1 Service unavailable; Client host [192.0.2.78] blocked using
                    bl.spamcop.net

                Final-Recipient: rfc822; bob@refusing.example
                Action: failed
                Status: 5.1.1
                Remote-MTA: dns; mx.refusing.example
                Diagnostic-Code: smtp; 550 5.1.1 no such user

                --b--
                """;
        for (int i = 0; i < 2; i++) {
            given().contentType("message/rfc822")
                    .body(bytes(message))
                    .post("/api/v1/bounces")
                    .then()
                    .statusCode(200)
                    .body("refusals", hasSize(2))
                    .body("refusals[0].recipient", equalTo("ann@refusing.example"))
                    .body("refusals[0].address", equalTo("192.0.2.78"))
                    .body("refusals[0].remoteMta", equalTo("mx.refusing.example"))
                    .body("refusals[1].class", equalTo("recipient"))
                    .body("refusals[1].relevant", is(false))
                    .body("refusals[1].address", nullValue());
        }
        given().get("/api/v1/recipients/Refusing.example")
                .then()
                .statusCode(200)
                .body("domain", equalTo("refusing.example"))
                .body("refused", hasSize(2))
                .body("refused.refusals", everyItem(equalTo(1)))
                .body("refused.find { it.class == 'public_list' }.address", equalTo("192.0.2.78"));
    }

    @Test
    void somebodyElsesAddressIsAnsweredAndNotKept() {
        given().contentType("text/plain")
                .body("550 5.7.1 Service unavailable; client [198.51.100.9] blocked using zen.spamhaus.org")
                .post("/api/v1/bounces")
                .then()
                .statusCode(200)
                .body("refusals[0].ours", is(false))
                .body("refusals[0].address", equalTo("198.51.100.9"));
        given().get("/api/v1/refusals?address=198.51.100.9")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void aMailThatIsNoBounceRefusesNothing() {
        given().contentType("message/rfc822")
                .body(bytes("From: ann@example.org\nSubject: 550 reasons to smile\n\nHello, 550 of them.\n"))
                .post("/api/v1/bounces")
                .then()
                .statusCode(200)
                .body("refusals", empty());
    }

    @Test
    void aReceiversOwnBlockIsShown() {
        for (String who : new String[] {"ann", "bob", "cleo"}) {
            given().contentType("text/plain")
                    .body("<" + who
                            + "@blocking.example>: host mx.blocking.example[203.0.113.9] said: 550 5.7.1 192.0.2.88 has a"
                            + " poor reputation here")
                    .post("/api/v1/bounces")
                    .then()
                    .statusCode(200);
        }
        given().get("/api/v1/blocks?open=true&address=192.0.2.88&domain=blocking.example")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].receiver", equalTo("blocking.example"))
                .body("items[0].recipients", equalTo(3))
                .body("items[0].closedAt", nullValue());
        given().get("/api/v1/refusals?receiver=blocking.example")
                .then()
                .statusCode(200)
                .body("items", hasSize(3));
        given().get("/api/v1/blocks?open=false&address=192.0.2.88")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void pagesOfRefusalsGoOn() {
        for (int i = 0; i < 3; i++) {
            given().contentType("text/plain")
                    .body("550 client [192.0.2." + (200 + i) + "] blocked using bl.spamcop.net")
                    .post("/api/v1/bounces")
                    .then()
                    .statusCode(200);
        }
        String next = given().get("/api/v1/refusals?limit=2")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .extract()
                .path("next");
        given().get("/api/v1/refusals?limit=1000&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.size()", greaterThanOrEqualTo(1))
                .body("items.id", not(hasItem(next)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message/rfc822", "text/plain"})
    void anEmptyBodyIsRefusedWithASentence(String type) {
        given().contentType(type)
                .body(bytes("  \n"))
                .post("/api/v1/bounces")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("the body is empty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/refusals?class=publik",
                "/api/v1/refusals?relevant=perhaps",
                "/api/v1/refusals?address=nobody",
                "/api/v1/refusals?since=yesterday",
                "/api/v1/refusals?lists=spamcop",
                "/api/v1/blocks?open=perhaps",
                "/api/v1/blocks?address=nobody",
                "/api/v1/recipients/not%20a%20name",
            })
    void aWrongQuestionIsRefusedWithAProblem(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", notNullValue());
    }

    @Test
    void anUnknownRefusalIsSaidToBeUnknown() {
        given().get("/api/v1/refusals/refusal-nobody")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:offlist:problem:unknown-refusal"));
    }

    @Test
    void anotherContentTypeIsRefused() {
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/bounces")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void aComplaintIsCountedForTheAddress() {
        String message = """
                From: feedback@example.org
                Subject: complaint
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary="b"

                --b
                Content-Type: text/plain

                This is an email abuse report.
                --b
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                Source-IP: 192.0.2.99
                Original-Rcpt-To: ann@example.org
                --b
                Content-Type: text/rfc822-headers

                Message-ID: <complained-1@example.com>
                --b--
                """;
        for (int i = 0; i < 2; i++) {
            given().contentType("message/rfc822")
                    .body(bytes(message))
                    .post("/api/v1/bounces")
                    .then()
                    .statusCode(200)
                    .body("refusals", empty());
        }
        given().get("/api/v1/complaints?address=192.0.2.99")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].type", equalTo("abuse"))
                .body("items[0].domain", equalTo("example.org"))
                .body("items[0].complaints", equalTo(1));
        given().get("/refusals?address=192.0.2.99")
                .then()
                .statusCode(200)
                .body(containsString("Complaints of recipients"));
        given().get("/api/v1/complaints?adress=192.0.2.99").then().statusCode(400);
    }

    @Test
    void whoRefusesIsShownByDomainByServersAndByList() {
        given().contentType("text/plain")
                .body(
                        "<ann@groups.example>: host a.mx.example.net[203.0.113.9] said: 550 5.7.1 Service unavailable; client"
                                + " [192.0.2.98] blocked using zen.spamhaus.org")
                .post("/api/v1/bounces")
                .then()
                .statusCode(200);
        given().get("/api/v1/recipients?by=mx&list=spamhaus-zen")
                .then()
                .statusCode(200)
                .body("items.find { it.name == 'example.net' }.domains", hasItem("groups.example"))
                .body("items.find { it.name == 'example.net' }.addresses", hasItem("192.0.2.98"));
        given().get("/api/v1/recipients").then().statusCode(200).body("items.name", hasItem("groups.example"));
        given().get("/api/v1/recipients?by=server")
                .then()
                .statusCode(400)
                .body("detail", containsString("domain or mx"));
        given().get("/recipients?by=mx&list=spamhaus-zen")
                .then()
                .statusCode(200)
                .body(containsString("groups.example"))
                .body(containsString("by mail servers"));
    }

    @Test
    void anAddressShowsWhoRefusesIt() {
        given().contentType("text/plain")
                .body(
                        "<ann@address.example>: host mx.example.net[203.0.113.9] said: 550 5.7.1 client [192.0.2.10] blocked"
                                + " using zen.spamhaus.org")
                .post("/api/v1/bounces")
                .then()
                .statusCode(200);
        given().get("/api/v1/addresses/192.0.2.10")
                .then()
                .statusCode(200)
                .body("refusals.recipient", hasItem("ann@address.example"))
                .body("refusals[0].id", notNullValue());
    }
}
