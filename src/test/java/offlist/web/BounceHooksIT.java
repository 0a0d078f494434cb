package offlist.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Web hooks through the doors of the daemon: filters, resource, desk and store. */
@QuarkusTest
@TestProfile(SampleStage.Profile.class)
class BounceHooksIT {
    private static final String HARAKA = "/api/v1/bounces/hooks/mta";
    private static final String MAILGUN = "/api/v1/bounces/hooks/mailgun";

    private static RequestSpecification haraka(String token) {
        return given().contentType("application/json").header("Authorization", "Bearer " + token);
    }

    private static String bounced(String recipient, String address) {
        return """
                {"event": "bounced", "id": "id-%s", "sender": "news@example.com", "source": "%s",
                 "host": "mx.hooked.example", "address": "203.0.113.9",
                 "recipients": [{"recipient": "%s", "reply": "550 5.7.1 blocked using zen.spamhaus.org"}]}
                """.formatted(recipient, address, recipient);
    }

    @Test
    void aRefusalThatAHookTellsIsKeptOnce() {
        for (int i = 0; i < 2; i++) {
            haraka(SampleRefusals.TOKEN)
                    .body(bounced("ann@hooked.example", "192.0.2.61"))
                    .post(HARAKA)
                    .then()
                    .statusCode(204)
                    .body(emptyString());
        }
        given().get("/api/v1/refusals?address=192.0.2.61")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].addressEvidence", equalTo("mta_record"))
                .body("items[0].recipient", equalTo("ann@hooked.example"))
                .body("items[0].remoteMta", equalTo("mx.hooked.example"))
                .body("items[0].class", equalTo("public_list"))
                .body("items[0].asked.list", hasItem("spamhaus-zen"));
    }

    @Test
    void whatIsSignedInTheBodyIsTakenOnce() throws Exception {
        String body = mailgun("once", "ann@hooked.example", "192.0.2.62");
        given().contentType("application/json").body(body).post(MAILGUN).then().statusCode(204);

        given().contentType("application/json").body(body).post(MAILGUN).then().statusCode(401);
        given().get("/api/v1/refusals?address=192.0.2.62")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].replyCode", equalTo("451"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "another token, as long as it is"})
    void aStrangerGetsNoWordAndNothingIsKept(String token) {
        haraka(token)
                .body(bounced("bob@hooked.example", "192.0.2.63"))
                .post(HARAKA)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:offlist:problem:not-known"))
                .body("detail", equalTo("the secret or the signature is missing, wrong or too old"));
        given().get("/api/v1/refusals?address=192.0.2.63")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void anUnknownHookIsSaidToBeUnknown() {
        haraka(SampleRefusals.TOKEN)
                .body(bounced("bob@hooked.example", "192.0.2.63"))
                .post("/api/v1/bounces/hooks/nobody")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:offlist:problem:unknown-hook"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "7", "\"text\"", "<html>"})
    void aBodyThatIsNoEventIsRefusedWithASentence(String body) {
        haraka(SampleRefusals.TOKEN)
                .body(body.getBytes(StandardCharsets.US_ASCII))
                .post(HARAKA)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("the body is an event in JSON, or an array of events"));
    }

    @Test
    void noBodyIsRefusedWithASentence() {
        given().header("Authorization", "Bearer " + SampleRefusals.TOKEN)
                .post(HARAKA)
                .then()
                .statusCode(400);
    }

    /** Batches of services are larger than what is posted elsewhere. */
    @Test
    void aBatchOfTwoMegabytesIsTaken() {
        String event = bounced("cleo@hooked.example", "192.0.2.64");
        String batch = "[" + (event + ",").repeat(2_000_000 / event.length()) + event + "]";

        haraka(SampleRefusals.TOKEN).body(batch).post(HARAKA).then().statusCode(204);
        given().get("/api/v1/refusals?address=192.0.2.64").then().body("items", hasSize(1));
    }

    @Test
    void aBodyWithoutEndIsRefusedBeforeItIsRead() {
        haraka(SampleRefusals.TOKEN)
                .body(new byte[4 * 1024 * 1024 + 1])
                .post(HARAKA)
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    /** Amazon SNS says text and means JSON. */
    @Test
    void theContentTypeDoesNotMatter() {
        given().contentType("text/plain; charset=UTF-8")
                .header("Authorization", "Bearer " + SampleRefusals.TOKEN)
                .body(bounced("dora@hooked.example", "192.0.2.65"))
                .post(HARAKA)
                .then()
                .statusCode(204);
    }

    @Test
    void aNameThatIsNotOursIsAnsweredByNobody() {
        haraka(SampleRefusals.TOKEN)
                .header("Host", "hooks.example.net")
                .body(bounced("emil@hooked.example", "192.0.2.66"))
                .post(HARAKA)
                .then()
                .statusCode(421);
        haraka(SampleRefusals.TOKEN)
                .header("Host", "also.example.com")
                .body(bounced("emil@hooked.example", "192.0.2.66"))
                .post(HARAKA)
                .then()
                .statusCode(204);
    }

    /** What is delivered again ends the block. */
    @Test
    void aDeliveryThatAHookTellsEndsABlock() {
        for (String who : new String[] {"ann", "bob", "cleo"}) {
            haraka(SampleRefusals.TOKEN)
                    .body("""
                            {"event": "bounced", "id": "block-%s", "source": "192.0.2.67",
                             "recipients": [{"recipient": "%s@blocker.example", "reply": "550 5.7.1 192.0.2.67 has a poor reputation here"}]}
                            """.formatted(who, who))
                    .post(HARAKA)
                    .then()
                    .statusCode(204);
        }
        String blocks = "/api/v1/blocks?address=192.0.2.67";
        given().get(blocks).then().body("items", hasSize(1)).body("items[0].closedAt", nullValue());

        haraka(SampleRefusals.TOKEN)
                .body("{\"event\": \"delivered\", \"source\": \"192.0.2.67\","
                        + " \"recipients\": [{\"recipient\": \"ann@blocker.example\"}]}")
                .post(HARAKA)
                .then()
                .statusCode(204);
        given().get(blocks + "&open=true").then().body("items", empty());
    }

    private static String mailgun(String token, String recipient, String address) throws Exception {
        String time = String.valueOf(Instant.now(Clock.systemUTC()).getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SampleRefusals.TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal((time + token).getBytes(StandardCharsets.UTF_8)));
        return """
                {"signature": {"timestamp": "%s", "token": "%s", "signature": "%s"},
                 "event-data": {"event": "failed", "severity": "temporary", "timestamp": %s, "recipient": "%s",
                  "envelope": {"sender": "news@example.com", "sending-ip": "%s"},
                  "message": {"headers": {"message-id": "hooked@example.com"}},
                  "delivery-status": {"code": 451, "message": "4.7.650 rate limited due to IP reputation"}}}
                """.formatted(time, token, signature, time, recipient, address);
    }
}
