package offlist.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running daemon: what it answers, and ways to end it. */
public final class OfflistProcess {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration REPLY = Duration.ofSeconds(10);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OfflistHome home;
    private final Process process;
    private final Path log;

    OfflistProcess(OfflistHome home, Process process, Path log) {
        this.home = home;
        this.process = process;
        this.log = log;
    }

    void awaitReady() {
        await().atMost(START).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("the program ended with " + process.exitValue() + ":\n" + output());
            }
            return ready();
        });
    }

    public boolean ready() {
        try {
            return get(management("/health/ready")).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Whether it ends by itself in that time. */
    public boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** What this daemon and those before it on the same data have printed. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page as text. */
    public String page(String path) {
        return good(get(pages(path))).body();
    }

    /** What the API says: {@code api("listings?open=true")}. */
    public JsonNode api(String path) {
        try {
            return JSON.readTree(good(get(pages("/api/v1/" + path))).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All items of a collection, page by page. */
    public List<JsonNode> all(String collection) {
        List<JsonNode> items = new ArrayList<>();
        String path = collection + (collection.contains("?") ? "&" : "?") + "limit=1000";
        JsonNode page = api(path);
        page.path("items").forEach(items::add);
        while (page.hasNonNull("next")) {
            page = api(path + "&cursor=" + page.path("next").asText());
            page.path("items").forEach(items::add);
        }
        return items;
    }

    public Scrape metrics() {
        return new Scrape(good(get(management("/metrics"))).body());
    }

    /** A scrape with headers of one's own. */
    public HttpResponse<String> scrape(String... headers) {
        return get(management("/metrics"), headers);
    }

    /** A POST of JSON to the API. */
    public HttpResponse<String> post(String path, String json) {
        return post(path, "application/json", json);
    }

    /** Hands it a message that came back, or that complains. */
    public HttpResponse<String> comesBack(String message) {
        return post("bounces", "message/rfc822", message);
    }

    private HttpResponse<String> post(String path, String type, String body) {
        return send(HttpRequest.newBuilder(pages("/api/v1/" + path))
                .timeout(REPLY)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** A PATCH of JSON to the API. */
    public HttpResponse<String> patch(String path, String json) {
        return send(HttpRequest.newBuilder(pages("/api/v1/" + path))
                .timeout(REPLY)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** Where a page is: {@code pages("/tasks")}. */
    public URI pages(String path) {
        return URI.create("http://127.0.0.1:" + home.port + path);
    }

    private URI management(String path) {
        return URI.create("http://127.0.0.1:" + home.managementPort + path);
    }

    private HttpResponse<String> get(URI uri, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(REPLY).GET();
        return send(
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> good(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError(response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response;
    }

    /** Asks it to read its configuration again, as a service manager does. */
    public void hangUp() {
        try {
            new ProcessBuilder("kill", "-HUP", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it as a power cut would, without a word to it. */
    public void kill9() {
        process.destroyForcibly();
        Program.await(process);
    }

    /** Asks it to end, as a service manager does, and waits no longer than that. */
    public void leave() {
        process.destroy();
    }

    /** Asks it to end, and makes it; returns its exit code. */
    public int stop() {
        Program.stop(process);
        return process.exitValue();
    }
}
