package offlist.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(SampleStage.Profile.class)
class MutingIT {
    private static final String GOOD =
            "{\"match\": {\"list\": \"spamcop\", \"address\": [\"192.0.2.0/24\"]}, \"author\": \"ann\","
                    + " \"comment\": \"moving <b>\", \"duration\": \"2h\"}";

    @Test
    void aSilenceIsMadeShownEndedAndAudited() {
        String id = json().body(GOOD)
                .post("/api/v1/silences")
                .then()
                .statusCode(201)
                .body("state", equalTo("active"))
                .body("match.list", contains("spamcop"))
                .body("match.address", contains("192.0.2.0/24"))
                .body("endsAt", notNullValue())
                .extract()
                .path("id");
        given().get("/api/v1/silences").then().statusCode(200).body("items.id", hasItem(id));
        given().get("/silences").then().statusCode(200).body(containsString("moving &lt;b&gt;"));
        given().delete("/api/v1/silences/" + id + "?author=bob")
                .then()
                .statusCode(200)
                .body("state", equalTo("expired"));
        given().get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items.find { it.action == 'silence.end' && it.subject == '" + id + "' }.actor", equalTo("bob"))
                .body("items.find { it.action == 'silence.add' && it.subject == '" + id + "' }.actor", equalTo("ann"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | the body is an object",
                "{} | `match` is an object of labels",
                "{\"match\": {}, \"author\": \"a\", \"comment\": \"c\", \"duration\": \"1h\"} | at least one label",
                "{\"match\": {\"list\": \"spamcop\"}, \"comment\": \"c\", \"duration\": \"1h\"} | `author` is missing",
                "{\"match\": {\"list\": \"spamcop\"}, \"author\": \"a\", \"duration\": \"1h\"} | `comment` is missing",
                "{\"match\": {\"list\": \"spamcop\"}, \"author\": \"a\", \"comment\": \"c\"} | either `endsAt` or `duration`",
                "{\"match\": {\"list\": \"spamcop\"}, \"author\": \"a\", \"comment\": \"c\", \"duration\": \"1\"} | `duration` is such as",
                "{\"match\": {\"list\": \"spamcop\"}, \"author\": \"a\", \"comment\": \"c\", \"duration\": \"900d\"} | at most 366d",
                "{\"match\": {\"list\": \"spamcop\"}, \"author\": \"a\", \"comment\": \"c\", \"endsAt\": \"2020-01-01T00:00:00Z\"} | not in the past",
                "{\"match\": {\"lists\": \"spamcop\"}, \"author\": \"a\", \"comment\": \"c\", \"duration\": \"1h\"} | did you mean `list`?",
                "{\"match\": {\"severity\": \"majr\"}, \"author\": \"a\", \"comment\": \"c\", \"duration\": \"1h\"} | did you mean `major`?",
                "{\"match\": {\"reason\": \"snowsho\"}, \"author\": \"a\", \"comment\": \"c\", \"duration\": \"1h\"} | did you mean `snowshoe`?",
                "{\"match\": {\"list\": []}, \"author\": \"a\", \"comment\": \"c\", \"duration\": \"1h\"} | 1 to 1000 texts",
                "{\"match\": {\"list\": \"spamcop\"}, \"autor\": \"a\"} | did you mean `author`?",
            })
    void aWrongSilenceIsRefusedWithASentence(String body, String detail) {
        json().body(body)
                .post("/api/v1/silences")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    @Test
    void aSilenceOfWhatIsNotThereIsRefused() {
        json().body(GOOD.replace("spamcop", "spamcup"))
                .post("/api/v1/silences")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:offlist:problem:unknown-list"));
        given().delete("/api/v1/silences/none?author=bob").then().statusCode(404);
        given().delete("/api/v1/silences/none").then().statusCode(400);
    }

    @Test
    void anIncidentIsAcknowledgedAndTakenBack() {
        String path = "/api/v1/incidents/" + SampleMuting.HEALTH;
        given().get("/api/v1/incidents").then().statusCode(200).body("items.id", hasItem(SampleMuting.HEALTH));
        given().get(path)
                .then()
                .statusCode(200)
                .body("kind", equalTo("list-health"))
                .body("acknowledged", nullValue());
        json().body("{\"author\": \"ann\", \"comment\": \"on it\"}")
                .post(path + "/acknowledge")
                .then()
                .statusCode(200)
                .body("acknowledged.by", equalTo("ann"))
                .body("acknowledged.comment", equalTo("on it"));
        given().delete(path + "/acknowledge?author=ann").then().statusCode(200).body("acknowledged", nullValue());
        json().body("{\"author\": \"ann\"}")
                .post("/api/v1/incidents/none/acknowledge")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:offlist:problem:unknown-incident"));
        given().get("/api/v1/incidents/" + SampleMuting.LISTING)
                .then()
                .body("receivers.receiver", contains("ops"))
                .body("receivers[0].told", equalTo(true));
    }

    @Test
    void thePageOfAnIncidentHasItsFormsAndEscapesWhatItShows() {
        given().get("/incidents/" + SampleMuting.LISTING)
                .then()
                .statusCode(200)
                .body(containsString("192.0.2.10 on spamhaus-zen &lt;b&gt;"))
                .body(not(containsString("zen <b>")))
                .body(containsString("action=\"/incidents/" + SampleMuting.LISTING + "\""))
                .body(containsString("<td>ops</td><td>told</td>"))
                .body(containsString("href=\"/addresses/192.0.2.10\""))
                .body(containsString("href=\"/lists/spamhaus-zen\""))
                .body(containsString("/tasks?show=all&amp;list=spamhaus-zen&amp;address=192.0.2.10"));
        given().get("/incidents/none").then().statusCode(404).contentType("text/html");
    }

    @Test
    void pagesWithFormsHaveNoButtonForLoadingThemselves() {
        for (String path : new String[] {"/silences", "/incidents/" + SampleMuting.LISTING}) {
            given().get(path).then().body(not(containsString("refresh=off"))).body(not(containsString("paused")));
        }
        given().get("/?refresh=off").then().body(containsString(">paused</a>"));
    }

    @Test
    void theButtonsOfThePagesWork() {
        form("same-origin")
                .formParam("author", "cleo")
                .formParam("comment", "I write to them")
                .post("/incidents/" + SampleMuting.LISTING)
                .then()
                .statusCode(303)
                .header("Location", containsString("/incidents/" + SampleMuting.LISTING))
                .header("Set-Cookie", containsString("offlist_author=cleo; Path=/"));
        given().cookie("offlist_author", "cleo").get("/silences").then().body(containsString("value=\"cleo\""));
        given().get("/incidents/" + SampleMuting.LISTING).then().body(containsString("cleo takes care of it"));
        form("same-origin")
                .formParam("author", "cleo")
                .formParam("action", "withdraw")
                .post("/incidents/" + SampleMuting.LISTING)
                .then()
                .statusCode(303);
        form("same-origin")
                .formParam("author", "cleo")
                .formParam("comment", "the form")
                .formParam("list", "spamcop, psbl")
                .formParam("severity", "")
                .formParam("duration", "1h")
                .post("/silences")
                .then()
                .statusCode(303);
        String id = given().get("/api/v1/silences").then().extract().path("items.find { it.comment == 'the form' }.id");
        assertThat((Object)
                        given().get("/api/v1/silences/" + id).then().extract().path("match.list"))
                .hasToString("[spamcop, psbl]");
        form("same-origin")
                .formParam("author", "cleo")
                .post("/silences/" + id + "/end")
                .then()
                .statusCode(303);
        given().get("/api/v1/silences/" + id).then().body("state", equalTo("expired"));
    }

    @Test
    void aForeignPageCannotPressTheButtons() {
        for (String path : new String[] {"/silences", "/incidents/" + SampleMuting.HEALTH, "/silences/x/end"}) {
            form("cross-site").formParam("author", "eve").post(path).then().statusCode(403);
        }
        json().header("Origin", "https://evil.example")
                .body(GOOD)
                .post("/api/v1/silences")
                .then()
                .statusCode(403);
        given().header("Sec-Fetch-Site", "cross-site")
                .delete("/api/v1/incidents/" + SampleMuting.HEALTH + "/acknowledge?author=eve")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:offlist:problem:foreign-page"));
        given().get("/api/v1/audit").then().body("items.actor", not(hasItem("eve")));
    }

    private static RequestSpecification json() {
        return given().contentType("application/json");
    }

    private static RequestSpecification form(String site) {
        return given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", site)
                .contentType("application/x-www-form-urlencoded");
    }
}
