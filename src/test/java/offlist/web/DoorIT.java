package offlist.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before any resource sees it. */
@QuarkusTest
@TestProfile(SampleStage.Profile.class)
class DoorIT {
    private static final String EVIL = "evil.example:8080";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "GET /api/v1/pools",
                "GET /api/v1/nowhere",
                "GET /openapi",
                "GET /offlist.css",
                "POST /api/v1/checks",
                "POST /silences",
                "POST /slack/actions"
            })
    void aNameThatSomebodyElseLetsPointHereIsRefused(String request) throws IOException {
        String answer = raw(request + " HTTP/1.1\r\nHost: " + EVIL + "\r\nOrigin: http://" + EVIL
                + "\r\nContent-Type: application/json\r\nContent-Length: 0\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 421 ")
                .contains("application/problem+json")
                .contains("urn:offlist:problem:wrong-host")
                .contains("`evil.example`")
                .contains("OFFLIST_HOSTS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1:1",
                "[::1]:8080",
                "offlist.example.com",
                "also.example.com:8080",
                "ALSO.example.com."
            })
    void aNameOfOursIsAnswered(String host) throws IOException {
        assertThat(raw("GET /api/v1/pools HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whoSaysNoHostIsNoBrowser() throws IOException {
        assertThat(raw("GET /api/v1/pools HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.0 200 ");
    }

    @Test
    void metricsAreAnsweredByAnyName() throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        assertThat(raw(port, "GET /metrics HTTP/1.1\r\nHost: mta1.example.net:9000\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void nothingThatChangesAnythingTakesAForeignPage() {
        List<String> forgotten = new ArrayList<>();
        int routes = 0;
        for (Map.Entry<String, Map<String, Object>> path : paths().entrySet()) {
            for (String method : path.getValue().keySet()) {
                if (List.of("post", "put", "patch", "delete").contains(method)) {
                    routes++;
                    String there = path.getKey().replaceAll("\\{[^}]*}", "x");
                    int status = given().header("Origin", "https://evil.example")
                            .request(method.toUpperCase(java.util.Locale.ROOT), there)
                            .statusCode();
                    if (status != 403) {
                        forgotten.add(method + " " + there + " " + status);
                    }
                }
            }
        }
        assertThat(forgotten).isEmpty();
        assertThat(routes).isGreaterThanOrEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/checks", "/api/v1/alertmanager"})
    void aFormOfAnotherSiteAsksNothing(String path) {
        given().header("Sec-Fetch-Site", "cross-site")
                .contentType("application/json")
                .body("{}")
                .post(path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:offlist:problem:foreign-page"));
    }

    @Test
    void aBodyThatDoesNotSayWhatItIsIsNotGuessed() throws IOException {
        String body = "{\"targets\": [\"192.0.2.10\"]}";
        assertThat(raw("POST /api/v1/checks HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body))
                .startsWith("HTTP/1.1 415 ")
                .contains("application/problem+json")
                .contains("Content-Type");
    }

    @Test
    void alertmanagerMayPostMoreThanOthers() throws Exception {
        String large = alerts(3_000_000);

        given().contentType("application/json")
                .body(large)
                .post("/api/v1/alertmanager")
                .then()
                .statusCode(202)
                .body("checking", equalTo(List.of("192.0.2.10")));
        assertThat(chunked("/api/v1/alertmanager", large)).isEqualTo(202);
        given().contentType("application/json")
                .body(large)
                .post("/api/v1/checks")
                .then()
                .statusCode(413)
                .body("detail", containsString("1048576 bytes"));
        assertThat(chunked("/api/v1/checks", large)).isEqualTo(413);
        given().contentType("application/json")
                .body(alerts(17_000_000))
                .post("/api/v1/alertmanager")
                .then()
                .statusCode(413)
                .body("detail", containsString("16777216 bytes"));
    }

    private static String alerts(int length) {
        return "{\"version\": \"4\", \"alerts\": [{\"status\": \"firing\", \"labels\": {\"address\": \"192.0.2.10\"},"
                + " \"annotations\": {\"description\": \"" + "x".repeat(length) + "\"}}]}";
    }

    private static int chunked(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static Map<String, Map<String, Object>> paths() {
        return given().accept("application/json").get("/openapi").jsonPath().getMap("paths");
    }

    private static String raw(String request) throws IOException {
        return raw(RestAssured.port, request);
    }

    private static String raw(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            String once = request.replaceFirst("\r\n", "\r\nConnection: close\r\n");
            socket.getOutputStream().write(once.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
