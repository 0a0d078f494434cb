package offlist.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(SampleStage.Profile.class)
class TriageIT {
    private static final String MESSAGE = """
            From: MAILER-DAEMON@mx.example.com
            To: news@example.com
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            <ann@example.org>: host mx.example.org[198.51.100.25] said: 554 5.7.1 Service unavailable;
                Client host [192.0.2.66] blocked using bl.spamcop.net

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.com

            Final-Recipient: rfc822; ann@example.org
            Action: failed
            Status: 5.7.1
            Remote-MTA: dns; mx.example.org
            Diagnostic-Code: smtp; 554 5.7.1 Service unavailable; Client host [192.0.2.66] blocked using
                bl.spamcop.net

            --b
            Content-Type: text/rfc822-headers

            From: Bob Builder <bob@example.com>
            To: ann@example.org
            Subject: your invoice
            Message-ID: <triage-1@example.com>

            --b--
            """;

    private static ValidatableResponse triage(Map<String, Object> body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/triage")
                .then();
    }

    @Test
    void aPastedBounceIsReadAskedAboutAndWrittenUp() {
        triage(Map.of("bounce", MESSAGE))
                .statusCode(200)
                .body("address", equalTo("192.0.2.66"))
                .body("recipient", equalTo("ann@example.org"))
                .body("whose", equalTo("list"))
                .body("conclusion", equalTo("SpamCop lists 192.0.2.66, and example.org goes by it."))
                .body("refusal.class", equalTo("public_list"))
                .body("refusal.id", notNullValue())
                .body("lists", hasSize(3))
                .body("lists[0].list", equalTo("spamcop"))
                .body("lists[0].verdict", equalTo("listed"))
                .body("lists[2].verdict", equalTo("unknown"))
                .body("server.state", equalTo("mx"))
                .body("server.hosts[0].name", equalTo("mx.example.org"))
                .body("server.called", is(false))
                .body("contacts", hasItem("postmaster@example.org"))
                .body("ticket.text", containsString("Subject: your invoice"))
                .body("task", nullValue());
        triage(Map.of("bounce", MESSAGE, "mask", true))
                .statusCode(200)
                .body("ticket.text", not(containsString("invoice")))
                .body("ticket.text", not(containsString("bob@")))
                .body("ticket.text", containsString("<triage-1@example.com>"));
    }

    @Test
    void anAddressAndARecipientAreEnoughAndFindTheLastRefusal() {
        triage(Map.of("bounce", "550 5.7.1 [192.0.2.67] has a poor reputation here", "recipient", "bo@example.org"))
                .statusCode(200)
                .body("whose", equalTo("receiver"));
        triage(Map.of("address", "192.0.2.68", "recipient", "example.org"))
                .statusCode(200)
                .body("address", equalTo("192.0.2.68"))
                .body("refusal", nullValue())
                .body("whose", equalTo("unclear"))
                .body("conclusion", containsString("PSBL gave no usable answer"));
        triage(Map.of("recipient", "nobody@gone.example.org"))
                .statusCode(200)
                .body("whose", equalTo("recipient"))
                .body("server.state", equalTo("no_such_domain"))
                .body("lists", hasSize(0));
    }

    @Test
    void theRefusalOfTheRecipientCountsMoreThanALaterOneOfAnother() {
        for (String who : List.of("ann", "bob")) {
            triage(Map.of(
                            "bounce",
                            "<" + who
                                    + "@example.net>: host mx.example.net[203.0.113.9] said: 550 5.7.1 [192.0.2.69] has a"
                                    + " poor reputation with " + who))
                    .statusCode(200);
        }
        triage(Map.of("address", "192.0.2.69", "recipient", "ann@example.net"))
                .body("refusal.reply", containsString("with ann"))
                .body("ticket.text", containsString("Recipient     ann@example.net"));
        triage(Map.of("address", "192.0.2.69", "recipient", "cleo@example.net"))
                .body("refusal.reply", containsString("with bob"))
                .body("ticket.text", containsString("Recipient     bob@example.net"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|400|nothing is given",
                "{\"address\": \"300.1.1.1\"}|400|is not an IP address",
                "{\"address\": \"example.org\"}|400|is not an IP address",
                "{\"recipient\": \"no domain\"}|400|neither a mailbox",
                "{\"bounce\": \"hello there\"}|400|nobody refuses anything in this text",
                "{\"refusal\": \"refusal-4711\"}|404|no refusal",
                "{\"addres\": \"192.0.2.1\"}|400|unknown key",
                "{\"address\": \"192.0.2.1\", \"mask\": \"yes\"}|400|true or false",
                "{\"address\": \"192.0.2.1\", \"send\": true}|400|`author` is missing",
                "{\"address\": \"192.0.2.1\", \"send\": true, \"author\": \"ann\"}|409|no removal task",
                "[]|400|an object such as",
            })
    void whatIsWrongIsSaid(String body, int status, String words) {
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/triage")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(words));
    }

    @Test
    void aWholeMessageCanBePasted() {
        String pasted = MESSAGE.replace("--b--", "X-Long: " + "x ".repeat(600_000) + "\n--b--");
        triage(Map.of("bounce", pasted)).statusCode(200).body("whose", equalTo("list"));
        for (String page : new String[] {"/triage", "/refusals"}) {
            given().formParam(page.equals("/triage") ? "bounce" : "text", pasted)
                    .post(page)
                    .then()
                    .statusCode(200)
                    .body(containsString("192.0.2.66"));
        }
    }

    @Test
    void thePageShowsTheSameAndEscapesWhatIsFromOutside() {
        given().get("/triage?address=192.0.2.66").then().statusCode(200).body(containsString("value=\"192.0.2.66\""));
        given().formParam("bounce", "550 5.7.1 <script>alert(1)</script> [192.0.2.66] blocked using bl.spamcop.net")
                .formParam("recipient", "ann@example.org")
                .post("/triage")
                .then()
                .statusCode(200)
                .body(containsString("SpamCop lists 192.0.2.66, and example.org goes by it."))
                .body(containsString("postmaster@example.org"))
                .body(not(containsString("<script>alert")));
        given().formParam("address", "nonsense")
                .post("/triage")
                .then()
                .statusCode(200)
                .body(containsString("is not an IP address"));
        given().formParam("address", "192.0.2.66")
                .formParam("send", "1")
                .post("/triage")
                .then()
                .statusCode(200)
                .body(containsString("Say who you are"));
    }
}
