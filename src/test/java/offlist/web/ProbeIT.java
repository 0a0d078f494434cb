package offlist.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import offlist.testing.Promtool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Prometheus is told of single targets, and which there are. */
@QuarkusTest
@TestProfile(SampleStage.Profile.class)
class ProbeIT {
    @Test
    void aMemberIsShownAsItIsKnown() {
        String scrape = probe("target=192.0.2.10");

        assertThat(scrape)
                .contains("offlist_probe_listed{list=\"spamhaus-zen\"} 1.0\n")
                .contains(
                        "offlist_probe_listing{list=\"spamhaus-zen\",reason=\"snowshoe\",severity=\"critical\"} 1.0\n")
                .contains("offlist_probe_listed{list=\"spamcop\"} 0.0\n")
                .contains("offlist_probe_answer_age_seconds{list=\"spamhaus-zen\"} 240.0\n")
                .doesNotContain("offlist_probe_listed{list=\"uceprotect-1\"}")
                .contains("probe_success 1.0\n");
        assertThat(Promtool.complaints(scrape)).isEmpty();
    }

    @Test
    void aboutAStrangerTheListsAreAskedAndSilenceIsUnknown() {
        assertThat(probe("target=203.0.113.77&lists=spamhaus-zen,spamcop"))
                .contains("offlist_probe_listed{list=\"spamhaus-zen\"} 0.0\n")
                .doesNotContain("offlist_probe_listed{list=\"spamcop\"}")
                .contains("offlist_probe_lists{state=\"unknown\"} 1.0\n")
                .contains("probe_success 1.0\n");
        assertThat(probe("target=203.0.113.77&lists=spamcop")).contains("probe_success 0.0\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/probe | 400 | `target` is missing",
                "/probe?target=300.1.1.1.1/x | 400 | neither an IP address nor a domain name",
                "/probe?target=192.0.2.10&module=http | 400 | unknown parameter `module`",
                "/probe?target=192.0.2.10&lists=spamhaus-zin | 404 | did you mean `spamhaus-zen`",
                "/probe?target=192.0.2.10&lists=psbl | 409 | is not asked",
                "/api/v1/prometheus/targets?pool=marketting | 404 | did you mean `marketing`",
                "/api/v1/prometheus/targets?kind=ipv5 | 400 | ipv4, ipv6 or domain"
            })
    void whatMeansNothingIsAProblem(String path, int status, String words) {
        given().get(path)
                .then()
                .statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("detail", containsString(words));
    }

    @Test
    void aPageOfAnotherSiteMakesNoQuestionLeave() {
        given().header("Sec-Fetch-Site", "cross-site")
                .get("/probe?target=203.0.113.78")
                .then()
                .statusCode(403)
                .body("detail", containsString("only programs"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"10,9500", "0.2,0", "3600,30000", "-1,9500", "soon,9500", "NULL,9500"},
            nullValues = "NULL")
    void theAnswerIsThereBeforeTheScraperGivesUp(String timeout, long millis) {
        assertThat(ProbeResource.patience(timeout)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void poolsAreDiscoveredByKind() {
        given().get("/api/v1/prometheus/targets?pool=transactional")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("$", hasSize(2))
                .body("[0].targets", hasSize(9))
                .body("[0].labels.__meta_offlist_pool", equalTo("transactional"))
                .body("[0].labels.__meta_offlist_kind", equalTo("ipv4"))
                .body("[0].labels.__meta_offlist_pool_label_team", equalTo("mail"))
                .body("[1].targets", contains("2001:db8::25"))
                .body("[1].labels.__meta_offlist_kind", equalTo("ipv6"));
        given().get("/api/v1/prometheus/targets?kind=ipv6")
                .then()
                .body("targets.flatten()", equalTo(List.of("2001:db8::25")));
        given().get("/api/v1/prometheus/targets").then().body("labels.__meta_offlist_pool.unique()", hasSize(2));
    }

    private static String probe(String query) {
        return given().get("/probe?" + query)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/plain; version=0.0.4"))
                .header("Cache-Control", "no-store")
                .extract()
                .body()
                .asString();
    }
}
