package offlist.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SampleStage.Profile.class)
class WebIT {
    @Test
    void theStartPageShowsTheSample() {
        given().when()
                .get("/")
                .then()
                .statusCode(200)
                .body(containsString("4 of 26"))
                .body(not(containsString("<script>")));
    }
}
