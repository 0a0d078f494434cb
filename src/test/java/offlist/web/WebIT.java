package offlist.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SampleStage.Profile.class)
class WebIT {
    @Test
    void poolsAreCounted() {
        get("/api/v1/pools")
                .statusCode(200)
                .contentType("application/json")
                .body("items.name", contains("transactional", "marketing"))
                .body("items[0].addresses", equalTo(10))
                .body("items[0].listed", equalTo(2))
                .body("items[0].labels.team", equalTo("mail"))
                .body("$", not(hasKey("next")));
    }

    @Test
    void aPoolShowsItsMembersSourcesAndListings() {
        get("/api/v1/pools/marketing")
                .statusCode(200)
                .body("members", hasSize(17))
                .body("members.find { it.address == '198.51.100.7' }.listedOn", contains("spamcop"))
                .body("open.list", hasItems("spamhaus-zen", "spamcop"));
        get("/api/v1/pools/transactional").body("sources[0].status", equalTo("failed"));
    }

    @Test
    void anAddressHasItsStateOnEachListAndUnknownIsNull() {
        get("/api/v1/addresses/192.0.2.10")
                .statusCode(200)
                .body("address", equalTo("192.0.2.10"))
                .body("pools", contains("marketing", "transactional"))
                .body("lists.find { it.list == 'spamhaus-zen' }.verdict", equalTo("listed"))
                .body("lists.find { it.list == 'spamhaus-zen' }.codes", contains("127.0.0.3"))
                .body("lists.find { it.list == 'spamcop' }.verdict", equalTo("not_listed"))
                .body("lists.find { it.list == 'uceprotect-1' }.verdict", nullValue())
                .body("lists.find { it.list == 'uceprotect-1' }.state", equalTo("unknown"))
                .body("history[0].transition", equalTo("opened"))
                .body("tasks[0].id", equalTo("task-L1"));
    }

    @Test
    void anAddressIsKnownInWhateverFormItIsWritten() {
        get("/api/v1/addresses/2001:DB8:0:0::25").statusCode(200).body("address", equalTo("2001:db8::25"));
    }

    @Test
    void aListingHasTheFieldsThatAreDocumented() {
        get("/api/v1/listings?open=true&list=spamhaus-zen")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo("L1"))
                .body("items[0].address", equalTo("192.0.2.10"))
                .body("items[0].list", equalTo("spamhaus-zen"))
                .body("items[0].pools", contains("marketing", "transactional"))
                .body("items[0].severity", equalTo("critical"))
                .body("items[0].scope", equalTo("address"))
                .body("items[0].codes", contains("127.0.0.3"))
                .body("items[0].reason", equalTo("snowshoe"))
                .body("items[0].text", notNullValue())
                .body("items[0].openedAt", equalTo("2026-11-21T10:00:00Z"))
                .body("items[0].closedAt", nullValue())
                .body("items[0].closedBecause", nullValue())
                .body("items[0].task", equalTo("task-L1"));
    }

    @Test
    void closedListingsSayWhy() {
        get("/api/v1/listings?open=false").body("items.closedBecause", containsInAnyOrder("delisted", "left"));
    }

    @Test
    void filtersOfListingsRestrict() {
        get("/api/v1/listings?pool=transactional&open=true").body("items.id", containsInAnyOrder("L1", "L4"));
        get("/api/v1/listings?address=198.51.100.7").body("items.id", contains("L2"));
        get("/api/v1/listings?address=192.0.2.200").statusCode(200).body("items", empty());
    }

    @Test
    void pagesFollowEachOtherUntilThereIsNoNext() {
        String next = get("/api/v1/listings?limit=4")
                .body("items", hasSize(4))
                .extract()
                .path("next");
        get("/api/v1/listings?limit=4&cursor=" + next).body("items", hasSize(2)).body("$", not(hasKey("next")));
        String after = get("/api/v1/transitions?limit=7")
                .body("items", hasSize(7))
                .extract()
                .path("next");
        get("/api/v1/transitions?limit=7&cursor=" + after)
                .body("items", hasSize(1))
                .body("$", not(hasKey("next")));
        String task =
                get("/api/v1/tasks?limit=5").body("items", hasSize(5)).extract().path("next");
        get("/api/v1/tasks?limit=5&cursor=" + task).body("items", hasSize(1)).body("$", not(hasKey("next")));
    }

    @Test
    void transitionsBeginWhereTheyAreWanted() {
        get("/api/v1/transitions?since=2026-11-22T08:00:00Z")
                .statusCode(200)
                .body("items.id", containsInAnyOrder("T-L2-1", "T-L3-1"))
                .body("items[0].transition", equalTo("opened"))
                .body("items[0].codes", contains("127.0.0.2"));
        get("/api/v1/transitions?since=2026-11-22T10:00:00%2B01:00").body("items", hasSize(2));
    }

    @Test
    void listsAreThoseThatAreAskedAndTheOthersWithTheReason() {
        get("/api/v1/lists?asked=true")
                .body(
                        "items.id",
                        containsInAnyOrder("barracuda-brbl", "house", "spamcop", "spamhaus-zen", "uceprotect-1"))
                .body("items.find { it.id == 'barracuda-brbl' }.health.state", equalTo("refusing"))
                .body("items.find { it.id == 'house' }.interval.stretchedBecause", containsString("more than the 10"))
                .body("items.find { it.id == 'barracuda-brbl' }.interval.achievedSeconds", nullValue());
        get("/api/v1/lists?asked=false")
                .body("items.id", contains("psbl"))
                .body("items[0].notAskedBecause", equalTo("skipped"))
                .body("items[0].health", nullValue());
    }

    @Test
    void aListShowsWhatTheCatalogueKnows() {
        get("/api/v1/lists/spamcop")
                .statusCode(200)
                .body("list.zone", equalTo("bl.spamcop.net"))
                .body("codes[0].code", equalTo("127.0.0.2"))
                .body("removal.methods", contains("auto-expiry", "email"))
                .body("removal.lookup", equalTo("https://www.spamcop.net/bl.shtml?{ip}"))
                .body("open.id", containsInAnyOrder("L2", "L3"));
    }

    @Test
    void tasksAreFiltered() {
        get("/api/v1/tasks?state=open&list=spamcop").body("items.listing", containsInAnyOrder("L2", "L3"));
        get("/api/v1/tasks?open=true&list=spamcop").body("items.state", everyItem(not(equalTo("closed"))));
        get("/api/v1/tasks?open=false").body("items.state", everyItem(equalTo("closed")));
        get("/api/v1/tasks/task-L0")
                .body("state", equalTo("closed"))
                .body("closedAs", equalTo("delisted"))
                .body("proof", equalTo("T-L0-2"));
    }

    @Test
    void aTaskComesWithARequestThatSaysWhatIsMissing() {
        get("/api/v1/tasks/task-L1/draft")
                .body("subject", containsString("Removal request: 192.0.2.10 on "))
                .body("missing", hasItems("contact"))
                .body("body", containsString(">>> MISSING: a mail address"))
                .body("body", containsString("Example Ltd"))
                .body("fields.find { it.name == 'address' }.value", equalTo("192.0.2.10"));
    }

    @Test
    void whatIsNoWebPageIsNoLink() {
        get("/api/v1/tasks/task-L1")
                .body("steps.link", contains("https://check.example.org/query/ip/192.0.2.10", null, null, null))
                .body("expires", equalTo("2026-11-24T10:00:00Z"));
    }

    @Test
    void aCheckAsksTheListsThatAreWanted() {
        check(Map.of("targets", List.of("192.0.2.10"), "lists", List.of("spamcop", "house")))
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.find { it.list == 'house' }.verdict", equalTo("not_listed"))
                .body("items.find { it.list == 'spamcop' }.verdict", nullValue())
                .body("items.find { it.list == 'spamcop' }.outcome", equalTo("failed"))
                .body("items.find { it.list == 'spamcop' }.cause", equalTo("timeout"))
                .body("items.find { it.list == 'spamcop' }.lastAnswer", equalTo("not_listed"))
                .body("items.find { it.list == 'spamcop' }.lastAnswerAt", equalTo("2026-11-22T11:53:20Z"));
        check(Map.of("targets", List.of("192.0.2.10"))).body("items", hasSize(5));
    }

    @Test
    void anExplanationShowsEveryStep() {
        get("/api/v1/explain?address=192.0.2.10&list=spamcop")
                .statusCode(200)
                .body("steps.what", contains("question", "answer"))
                .body("verdict", nullValue())
                .body("before.state", equalTo("not_listed"))
                .body("before.lastAnswer", equalTo("not_listed"))
                .body("before.words", contains(equalTo("not listed"), containsString("last answer that tells")))
                .body("after.what", equalTo("stays_unknown"))
                .body("resolverHealth.state", equalTo("healthy"))
                .body("file", notNullValue());
    }

    @Test
    void whatIsRememberedIsShownWithoutAsking() {
        get("/api/v1/explain?address=192.0.2.10&list=barracuda-brbl&ask=false")
                .statusCode(200)
                .body("steps", hasSize(0))
                .body("outcome", nullValue())
                .body("after", nullValue())
                .body("before.state", equalTo("unknown"))
                .body(
                        "before.words",
                        contains(
                                "unknown since 22 Nov 2026 11:00:00 UTC (1 h ago)",
                                "last answer that tells 22 Nov 2026 10:00:00 UTC (2 h ago): not listed"))
                .body("recent.answer", contains("timeout"));
        get("/api/v1/explain?address=192.0.2.200&list=spamcop")
                .statusCode(200)
                .body("before", nullValue())
                .body("after.what", equalTo("not_watched"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/addresses/nonsense!          | 400 | bad-address      | neither an IP address nor a domain name",
                "/api/v1/addresses/192.0.2.200        | 404 | unknown-address  | is in no pool",
                "/api/v1/pools/markting               | 404 | unknown-pool     | did you mean `marketing`?",
                "/api/v1/lists/spamcopp               | 404 | unknown-list     | did you mean `spamcop`?",
                "/api/v1/lists/sorbs                  | 404 | unknown-list     | must not be asked any more: closed since 2024-06-05",
                "/api/v1/tasks/nothing/draft          | 404 | unknown-task     | there is no task `nothing`",
                "/api/v1/tasks/nothing                | 404 | unknown-task     | there is no task `nothing`",
                "/api/v1/listings?open=perhaps        | 400 | bad-parameter    | `open` is true or false, not `perhaps`",
                "/api/v1/listings?opn=true            | 400 | bad-parameter    | did you mean `open`?",
                "/api/v1/listings?list=a&list=b       | 400 | bad-parameter    | is there 2 times",
                "/api/v1/listings?limit=0             | 400 | bad-parameter    | a number from 1 to 1000",
                "/api/v1/listings?limit=99999999999   | 400 | bad-parameter    | a number from 1 to 1000",
                "/api/v1/listings?cursor=%27%20OR%201 | 400 | bad-cursor       | is no cursor",
                "/api/v1/transitions?since=yesterday  | 400 | bad-parameter    | a time as in RFC 3339",
                "/api/v1/tasks/nothing/history        | 404 | unknown-task     | there is no task `nothing`",
                "/api/v1/tasks?state=opened           | 400 | bad-parameter    | `state` is open or preparing or blocked",
                "/api/v1/tasks?state=open&open=true   | 400 | bad-parameter    | instead of `state`",
                "/api/v1/tasks?open=maybe             | 400 | bad-parameter    | `open` is true or false",
                "/api/v1/explain?address=192.0.2.10   | 400 | bad-parameter    | `list` is missing",
                "/api/v1/explain?address=192.0.2.10&list=spamcop&ask=no | 400 | bad-parameter | `ask` is true or false",
                "/api/v1/explain?address=192.0.2.10&list=psbl | 409 | list-not-asked | `psbl` is not asked: skipped",
                "/api/v1/nowhere                      | 404 | not-found        | there is nothing at"
            })
    void whatIsWrongIsAProblem(String path, int status, String type, String detail) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:offlist:problem:" + type))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", containsString(detail));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"text\"",
                "null",
                "{} {}",
                "{\"targets\": 5}",
                "{\"targets\": [null]}",
                "{\"target\": [\"192.0.2.10\"]}",
                "{\"targets\": [\"192.0.2.10\"], \"lists\": {}}"
            })
    void aBodyThatIsNotWhatIsWantedIsAProblem(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/checks")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:offlist:problem:bad-body"))
                .body("detail", not(containsString("offlist.web")));
    }

    @Test
    void aTaskThatIsOpenAlreadyIsShownAndNotOpenedAgain() {
        openTask("{\"address\": \"198.51.100.7\", \"list\": \"spamcop\", \"author\": \"ann\"}")
                .statusCode(200)
                .header("Location", nullValue())
                .body("id", equalTo("task-L2"))
                .body("state", equalTo("open"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'list': 'spamcop', 'author': 'ann'}                                      | 400 | bad-body     | `address` is missing",
                "{'address': '198.51.100.7', 'author': 'ann'}                              | 400 | bad-body     | `list` is missing",
                "{'address': '198.51.100.7', 'list': 'spamcop'}                            | 400 | bad-body     | `author` is missing",
                "{'address': '198.51.100.7', 'list': 'spamcop', 'author': 5}               | 400 | bad-body     | `author` is a text",
                "{'address': '198.51.100.7', 'list': 'spamcop', 'auther': 'ann'}           | 400 | bad-body     | did you mean `author`?",
                "{'address': 'x y', 'list': 'spamcop', 'author': 'ann'}                    | 400 | bad-address  | neither an IP address",
                "{'address': '198.51.100.7', 'list': 'spamcopp', 'author': 'ann'}          | 404 | unknown-list | did you mean `spamcop`?",
                "{'address': '192.0.2.200', 'list': 'spamcop', 'author': 'ann', 'note': ''}| 409 | not-listed   | does not list 192.0.2.200",
                "[]                                                                        | 400 | bad-body     | the body is an object"
            })
    void aTaskOfNothingThatIsListedIsAProblem(String body, int status, String type, String detail) {
        openTask(body.replace('\'', '"'))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:offlist:problem:" + type))
                .body("detail", containsString(detail));
    }

    private static ValidatableResponse openTask(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/tasks")
                .then();
    }

    @Test
    void aCheckOfNothingOrOfTooMuchIsAProblem() {
        check(Map.of()).statusCode(400).body("detail", containsString("`targets` holds 1 to 256 addresses"));
        check(Map.of("targets", List.of("x y"))).body("type", equalTo("urn:offlist:problem:bad-address"));
        check(Map.of("targets", List.of("192.0.2.10"), "lists", List.of("psbl")))
                .statusCode(409);
        List<String> many = java.util.stream.IntStream.range(0, 257)
                .mapToObj(i -> "10.0.0." + i % 250)
                .toList();
        check(Map.of("targets", many)).statusCode(400);
    }

    @Test
    void theFrameworksRefusalsAreProblemsToo() {
        given().contentType("text/plain")
                .body("192.0.2.10")
                .post("/api/v1/checks")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:offlist:problem:wrong-content-type"));
        given().delete("/api/v1/pools")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:offlist:problem:wrong-method"));
        given().accept("image/png").get("/api/v1/pools").then().statusCode(406).contentType("application/problem+json");
        given().contentType("application/json")
                .body("{\"targets\": [\"" + "1".repeat(2_000_000) + "\"]}")
                .post("/api/v1/checks")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void whatAlertmanagerPostsIsChecked() {
        given().contentType("application/json")
                .body(
                        "{\"version\": \"4\", \"alerts\": [{\"status\": \"firing\", \"labels\": {\"address\": \"192.0.2.10\"}},"
                                + " {\"status\": \"firing\", \"labels\": {\"instance\": \"203.0.113.9:25\"}}]}")
                .post("/api/v1/alertmanager")
                .then()
                .statusCode(202)
                .body("checking", equalTo(List.of("192.0.2.10")))
                .body("notOurs", equalTo(List.of("203.0.113.9")));
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/alertmanager")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void whoSpeaksForATicketSystemShowsTheSecret() {
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/tickets/nobody")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/tickets/rt")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:offlist:problem:not-known"));
        given().contentType("application/json")
                .header("X-Offlist-Secret", SampleTickets.SECRET)
                .body("{\"id\": \"1\", \"status\": \"resolved\"}")
                .post("/api/v1/tickets/rt")
                .then()
                .statusCode(202)
                .body("heard", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/addresses/198.51.100.7", "/lists/spamcop", "/tasks/task-L2"})
    void pagesAreEscapedAndMayRunNothing(String path) {
        get(path)
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .body(not(containsString("<script")))
                .body(not(containsString("javascript:")))
                .body(containsString("Offlist"));
    }

    @Test
    void theStartPageShowsTheSample() {
        get("/").body(containsString("4 of 26 addresses are listed"))
                .body(containsString("&lt;script&gt;alert(&#39;xss&#39;)&lt;/script&gt;"));
    }

    @ParameterizedTest
    @CsvSource({
        "/addresses/192.0.2.200, 404",
        "/lists/nothing, 404",
        "/tasks/nothing, 404",
        "/nowhere, 404",
        "/addresses/%3Cscript%3E, 400"
    })
    void aPageThatDoesNotExistIsAPageThatSaysSo(String path, int status) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(status)
                .contentType("text/html")
                .body(containsString("Back to the overview"))
                .body(not(containsString("<script")));
    }

    @Test
    void styleAndMarkAreServed() {
        get("/offlist.css").statusCode(200).contentType("text/css");
        get("/offlist.svg").statusCode(200).contentType("image/svg+xml");
    }

    @Test
    void theApiDescribesItself() {
        given().accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .body("openapi", containsString("3."))
                .body("info.title", equalTo("Offlist"))
                .body("paths", hasKey("/api/v1/listings"))
                .body("paths", not(hasKey("/")))
                .body("paths.'/api/v1/checks'.post.summary", notNullValue())
                .body("paths.'/api/v1/tasks'.post.responses", hasKey("201"));
    }

    @Test
    void healthAndMetricsAreOnTheManagementPort() {
        management("/health/live").statusCode(200);
        management("/health/ready").statusCode(200);
        get("/metrics").statusCode(404);
        String scrape = management("/metrics").statusCode(200).extract().asString();
        assertThat(scrape).contains("offlist_listing{", "jvm_memory_used_bytes{");
    }

    @Test
    void promtoolHasNoComplaintAboutAScrapeOfTheWholeProgram() {
        get("/");
        get("/api/v1/nowhere");
        String scrape = management("/metrics").extract().asString();
        assertThat(offlist.testing.Promtool.complaints(scrape)).isEmpty();
    }

    private static ValidatableResponse get(String path) {
        return given().urlEncodingEnabled(false).get(path).then();
    }

    private static ValidatableResponse management(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        return given().port(port).get(path).then();
    }

    private static ValidatableResponse check(Map<String, ?> body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/checks")
                .then();
    }
}
