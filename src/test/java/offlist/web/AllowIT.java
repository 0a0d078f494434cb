package offlist.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SampleStage.Profile.class)
class AllowIT {
    private static final String TRANSACTIONAL = "/api/v1/pools/transactional/allow";

    @Test
    void textIsOneAddressALine() {
        get(TRANSACTIONAL + "?format=text")
                .statusCode(200)
                .contentType("text/plain")
                .body(equalTo("192.0.2.10\n192.0.2.16\n192.0.2.17\n192.0.2.18\n192.0.2.19\n192.0.2.20\n192.0.2.21\n"
                        + "192.0.2.22\n192.0.2.23\n2001:db8::25\n"));
    }

    @Test
    void cidrIsTheFewestNetworks() {
        get(TRANSACTIONAL + "?format=cidr").body(equalTo("192.0.2.10/32\n192.0.2.16/29\n2001:db8::25/128\n"));
    }

    @Test
    void jsonHasBothWithTheTimeOfTheLastChange() {
        get(TRANSACTIONAL)
                .statusCode(200)
                .contentType("application/json")
                .body("pool", equalTo("transactional"))
                .body("changedAt", equalTo("2026-11-21T09:00:00.123Z"))
                .body("v4", equalTo(9))
                .body("v6", equalTo(1))
                .body("cidrs", contains("192.0.2.10/32", "192.0.2.16/29", "2001:db8::25/128"))
                .body("addresses", hasSize(10));
    }

    @Test
    void spfIsReadyForAZoneFile() {
        get(TRANSACTIONAL + "?format=spf&name=_allow.example.net")
                .statusCode(200)
                .contentType("text/plain")
                .body(containsString("put include:_allow.example.net into"))
                .body(containsString("takes 1 of the 10"))
                .body(
                        containsString(
                                "_allow.example.net. IN TXT \"v=spf1 ip4:192.0.2.10 ip4:192.0.2.16/29 ip6:2001:db8::25 -all\""));
        get(TRANSACTIONAL + "?format=spf").body(containsString("_spf.transactional.example.com. IN TXT"));
    }

    @ParameterizedTest
    @CsvSource({"text/plain, text/plain", "application/json, application/json", "'*/*', application/json"})
    void theAcceptHeaderDecidesWhereNoFormatIsNamed(String accept, String type) {
        given().accept(accept).get(TRANSACTIONAL).then().statusCode(200).contentType(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "cidr", "json", "spf"})
    void anUnchangedAnswerIsNotSentAgain(String format) {
        String url = TRANSACTIONAL + "?format=" + format;
        Response first = given().get(url);
        String tag = first.header("ETag");

        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(first.header("Last-Modified")).isEqualTo("Sat, 21 Nov 2026 09:00:00 GMT");
        assertThat(first.headers().getValues("Cache-Control")).containsExactly("no-cache");
        given().header("If-None-Match", "\"other\", W/" + tag)
                .get(url)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(emptyOrNullString());
        given().header("If-None-Match", "\"other\"").get(url).then().statusCode(200);
    }

    @Test
    void formsAndNamesHaveTagsOfTheirOwn() {
        assertThat(tag("?format=text")).isNotEqualTo(tag("?format=cidr")).isEqualTo(tag("?format=text"));
        assertThat(tag("?format=spf")).isNotEqualTo(tag("?format=spf&name=example.net"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sat, 21 Nov 2026 09:00:00 GMT | 304",
                "Sun, 22 Nov 2026 09:00:00 GMT | 304",
                "Sat, 21 Nov 2026 08:59:59 GMT | 200",
                "yesterday | 200",
            })
    void aDateIsComparedToTheLastChange(String date, int status) {
        given().header("If-Modified-Since", date).get(TRANSACTIONAL).then().statusCode(status);
        given().header("If-Modified-Since", date)
                .header("If-None-Match", "\"other\"")
                .get(TRANSACTIONAL)
                .then()
                .statusCode(200);
    }

    @Test
    void sinceATimeOnlyWhatChangedIsTold() {
        get(TRANSACTIONAL + "?since=2026-11-15T00:00:00Z")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("added", contains("192.0.2.23"))
                .body("removed", contains("192.0.2.99"))
                .body("since", equalTo("2026-11-15T00:00:00Z"))
                .body("changedAt", equalTo("2026-11-21T09:00:00.123Z"));
        get(TRANSACTIONAL + "?format=text&since=2026-11-15T00:00:00Z").body(equalTo("+192.0.2.23\n-192.0.2.99\n"));
        get(TRANSACTIONAL + "?format=text&since=2026-11-21T00:00:00Z").body(equalTo("+192.0.2.23\n"));
        get("/api/v1/pools/marketing/allow?since=2026-11-15T00:00:00Z")
                .body("added", hasSize(0))
                .body("removed", hasSize(0));
    }

    @Test
    void theLastChangeIsAmongTheChangesSinceIt() {
        get(TRANSACTIONAL + "?since=2026-11-21T09:00:00.123Z").body("added", contains("192.0.2.23"));
        get(TRANSACTIONAL + "?since=2026-11-21T09:00:00.124Z").body("added", hasSize(0));
    }

    @Test
    void whatIsForgottenIsNotGuessed() {
        get(TRANSACTIONAL + "?since=2026-01-01T00:00:00Z")
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:offlist:problem:not-known-any-more"))
                .body("detail", containsString("take the whole list"));
    }

    @ParameterizedTest
    @CsvSource({
        "?format=xml, 400, 'one of json, text, cidr, spf'",
        "?format=cidr&since=2026-11-15T00:00:00Z, 400, json or text",
        "?since=yesterday, 400, RFC 3339",
        "?format=spf&name=a..b, 400, a domain name",
        "?fromat=text, 400, did you mean `format`",
    })
    void whatMeansNothingIsAProblem(String query, int status, String detail) {
        get(TRANSACTIONAL + query).statusCode(status).body("detail", containsString(detail));
    }

    @Test
    void aPoolNobodyKnowsIsAProblem() {
        get("/api/v1/pools/transaktional/allow").statusCode(404).body("detail", containsString("transactional"));
        get("/pools/transaktional/allow").statusCode(404).contentType("text/html");
    }

    @Test
    void thePageShowsTheAddressesAndLeadsToTheForms() {
        get("/pools/transactional/allow")
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", equalTo("no-store"))
                .body(containsString("10 addresses send from transactional"))
                .body(containsString("192.0.2.16/29"))
                .body(containsString("+ 192.0.2.23"))
                .body(containsString("- 192.0.2.99"))
                .body(containsString("/api/v1/pools/transactional/allow?format=spf"))
                .body(containsString("include:_spf.transactional.example.com"))
                .body(not(containsString("<script")));
        get("/").body(containsString("href=\"/pools/transactional/allow\""));
    }

    @Test
    void theApiDescriptionHasIt() {
        given().accept("application/json")
                .get("/openapi")
                .then()
                .body("paths", hasKey("/api/v1/pools/{pool}/allow"))
                .body("paths.'/api/v1/pools/{pool}/allow'.get.responses", hasKey("410"))
                .body("paths.'/api/v1/pools/{pool}/allow'.get.summary", startsWith("The addresses of a pool"));
    }

    private static String tag(String query) {
        return get(TRANSACTIONAL + query)
                .header("ETag", matchesPattern("\".+\""))
                .extract()
                .header("ETag");
    }

    private static ValidatableResponse get(String path) {
        return given().get(path).then();
    }
}
