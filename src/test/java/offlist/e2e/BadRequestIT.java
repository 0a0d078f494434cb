package offlist.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What callers do wrong is their answer's business: it leaves no stack trace in the log, and the daemon as it was. */
@ExtendWith(OfflistHomes.class)
class BadRequestIT {
    private static final String CONFIGURATION = """
            resolvers: ["127.0.0.1:9"]
            pools:
              - {name: mail, addresses: [192.0.2.10]}
            lists: {use: [psbl]}
            """;
    private static final int MEGABYTE = 1 << 20;
    private static final String JSON = "application/json";
    private static final String MESSAGE = "message/rfc822";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final List<String> NO_REQUESTS = List.of(
            "GET / HTTP/9.9\r\n\r\n",
            "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
            "\0\0\0\0\r\n\r\n",
            get("/" + "x".repeat(20_000)),
            get("/metrics?%zz"),
            get("/addresses/%zz"),
            get("/api/v1/addresses/%00"),
            get("/api/v1/addresses?limit=%"),
            get("/../../etc/passwd"),
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\n",
            post("/api/v1/checks", JSON) + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
            post("/api/v1/checks", JSON) + "Content-Length: -1\r\n\r\n",
            post("/refusals", "multipart/form-data") + "Content-Length: 3\r\n\r\nabc",
            post("/refusals", FORM) + "Content-Length: 5\r\n\r\na=%zz");

    @Test
    void requestsThatAreNoneLeaveTheLogAlone(OfflistHome home) {
        OfflistProcess offlist = home.configure(CONFIGURATION).start();
        String before = offlist.output();
        List<String> answers = new ArrayList<>();

        answers.add(chunked(home, "/api/v1/checks", JSON, 2));
        answers.add(chunked(home, "/api/v1/bounces", MESSAGE, 17));
        answers.add(chunked(home, "/refusals", FORM, 17));
        answers.add(chunked(home, "/slack/actions", FORM, 2));
        assertThat(answers).allMatch(status -> status.equals("413") || status.equals("hung up"), "too large");
        for (String path :
                List.of("/api/v1/checks", "/api/v1/bounces", "/refusals", "/triage", "/api/v1/alertmanager")) {
            for (String type : List.of(JSON, MESSAGE, FORM, "multipart/form-data; boundary=x")) {
                hangsUp(home, path, type);
            }
        }
        for (String request : NO_REQUESTS) {
            assertThat(List.of(exchange(home.port(), request), exchange(home.managementPort(), request)))
                    .as(request)
                    .allMatch(status -> status.matches("4\\d\\d|505|200|hung up"));
        }

        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(offlist.api("pools").path("items")).hasSize(1);
            assertThat(offlist.output().substring(before.length()))
                    .doesNotContain("\tat ")
                    .doesNotContain("Exception")
                    .doesNotContain("ERROR");
        });
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
    }

    private static String post(String path, String type) {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: " + type + "\r\n";
    }

    /** A body that does not say how long it is. */
    private static String chunked(OfflistHome home, String path, String type, int megabytes) {
        String chunk = Integer.toHexString(MEGABYTE) + "\r\n" + "x".repeat(MEGABYTE) + "\r\n";
        return exchange(
                home.port(),
                post(path, type) + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(megabytes) + "0\r\n\r\n");
    }

    private static void hangsUp(OfflistHome home, String path, String type) {
        try (Socket socket = new Socket("127.0.0.1", home.port())) {
            socket.getOutputStream()
                    .write((post(path, type) + "Content-Length: 500000\r\n\r\n" + "x".repeat(100_000))
                            .getBytes(ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    /** The status that came back; a server may also hang up on somebody who goes on talking. */
    private static String exchange(int port, String request) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            return answer.isEmpty() ? "hung up" : answer.split(" ", 3)[1];
        } catch (SocketException e) {
            return "hung up";
        } catch (IOException e) {
            throw new AssertionError(request.lines().findFirst().orElse(request), e);
        }
    }
}
