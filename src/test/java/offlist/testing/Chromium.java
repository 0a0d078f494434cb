package offlist.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real browser without a screen, from the Debian package {@code chromium}, with one page. Mouse and keys are real ones: what
 * cannot be seen cannot be pressed. Pages run no script of their own here, as somebody may have switched them off.
 */
public final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Scratch scratch = Scratch.open("chromium");
    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<String> complaints = new ArrayList<>();

    public Chromium() {
        List<String> command = new ArrayList<>(List.of(
                Program.find("chromium", "chromium"),
                "--headless=new",
                "--disable-gpu",
                "--hide-scrollbars",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + scratch.file("profile"),
                "about:blank"));
        if (Program.asRoot()) {
            command.add(1, "--no-sandbox");
        }
        this.process = Program.start(scratch, "chromium.log", command);
        this.socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(page()), new Listener())
                .join();
        send("Page.enable");
        send("Log.enable");
        send("Emulation.setScriptExecutionDisabled", "value", true);
    }

    private String page() {
        Path ports = scratch.file("profile").resolve("DevToolsActivePort");
        await().atMost(PATIENCE)
                .until(() -> Files.exists(ports) && !Files.readAllLines(ports).isEmpty());
        try {
            URI all = URI.create("http://127.0.0.1:" + Files.readAllLines(ports).getFirst() + "/json/list");
            String pages = client.send(HttpRequest.newBuilder(all).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            return JSON.readTree(pages)
                    .valueStream()
                    .filter(each -> each.path("type").asText().equals("page"))
                    .findFirst()
                    .orElseThrow()
                    .path("webSocketDebuggerUrl")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How large the screen is, and whether it is dark. */
    public Chromium screen(int width, int height, boolean dark) {
        ObjectNode size = JSON.createObjectNode()
                .put("width", width)
                .put("height", height)
                .put("deviceScaleFactor", 1)
                .put("mobile", false);
        send("Emulation.setDeviceMetricsOverride", size);
        ObjectNode media = JSON.createObjectNode();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", dark ? "dark" : "light");
        send("Emulation.setEmulatedMedia", media);
        return this;
    }

    public Chromium open(String address) {
        return leaving(() -> send("Page.navigate", "url", address));
    }

    /** Presses what a CSS selector finds, which leads to another page. */
    public Chromium follow(String selector) {
        return leaving(() -> press(selector));
    }

    /** Presses what a CSS selector finds first, in the middle, once it is in sight. */
    public Chromium press(String selector) {
        JsonNode box = evaluate("(() => { const e = document.querySelector(" + quoted(selector)
                + "); if (!e) return null; e.scrollIntoView({block: 'center'}); const b = e.getBoundingClientRect();"
                + " return {x: b.x + b.width / 2, y: b.y + b.height / 2, w: b.width}; })()");
        if (box.path("w").asDouble() <= 0) {
            throw new AssertionError("nothing to press: " + selector + " in\n" + text());
        }
        for (String type : List.of("mousePressed", "mouseReleased")) {
            send(
                    "Input.dispatchMouseEvent",
                    JSON.createObjectNode()
                            .put("type", type)
                            .put("x", box.path("x").asDouble())
                            .put("y", box.path("y").asDouble())
                            .put("button", "left")
                            .put("clickCount", 1));
        }
        return this;
    }

    /** Types into the field in place of what is there. */
    public Chromium type(String selector, String text) {
        press(selector);
        evaluate("document.querySelector(" + quoted(selector) + ").select()");
        send("Input.insertText", "text", text);
        return this;
    }

    /** Chooses a line of a select field, which no mouse can do without a screen. */
    public Chromium choose(String selector, String value) {
        evaluate("document.querySelector(" + quoted(selector) + ").value = " + quoted(value));
        return this;
    }

    /** What a person reads. */
    public String text() {
        return evaluate("document.body.innerText").asText();
    }

    public String value(String selector) {
        return evaluate("document.querySelector(" + quoted(selector) + ").value")
                .asText();
    }

    public int count(String selector) {
        return evaluate("document.querySelectorAll(" + quoted(selector) + ").length")
                .asInt();
    }

    public String address() {
        return evaluate("location.href").asText();
    }

    /** What the browser had to say, such as about what the security policy forbids. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What an expression is worth in the page. */
    public JsonNode evaluate(String expression) {
        JsonNode result = send(
                "Runtime.evaluate",
                JSON.createObjectNode().put("expression", expression).put("returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    /** The whole page as a picture. */
    public void picture(Path file) {
        JsonNode size = send("Page.getLayoutMetrics").path("cssContentSize");
        ObjectNode what = JSON.createObjectNode().put("format", "png").put("captureBeyondViewport", true);
        what.putObject("clip")
                .put("x", 0)
                .put("y", 0)
                .put("width", size.path("width").asDouble())
                .put("height", size.path("height").asDouble())
                .put("scale", 1);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(
                    file,
                    Base64.getDecoder()
                            .decode(send("Page.captureScreenshot", what)
                                    .path("data")
                                    .asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Chromium leaving(Runnable step) {
        evaluate("document.documentElement.dataset.old = 'yes'");
        step.run();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(this::arrived);
        return this;
    }

    /** While a page goes and the next one comes there is nothing to ask. */
    private boolean arrived() {
        try {
            return evaluate("document.readyState === 'complete' && !document.documentElement.dataset.old"
                            + " && location.href !== 'about:blank'")
                    .asBoolean();
        } catch (AssertionError between) {
            return false;
        }
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private JsonNode send(String method, Object... named) {
        ObjectNode parameters = JSON.createObjectNode();
        for (int i = 0; i < named.length; i += 2) {
            parameters.set(String.valueOf(named[i]), JSON.valueToTree(named[i + 1]));
        }
        return send(method, parameters);
    }

    private JsonNode send(String method, ObjectNode parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> reply = new CompletableFuture<>();
        asked.put(id, reply);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        socket.sendText(message.toString(), true).join();
        try {
            JsonNode answer = reply.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (answer.has("error")) {
                throw new AssertionError(method + ": " + answer.path("error"));
            }
            return answer.path("result");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(method + " got no answer; " + scratch.read("chromium.log"), e);
        }
    }

    private void take(String text) {
        try {
            JsonNode message = JSON.readTree(text);
            CompletableFuture<JsonNode> waiting =
                    message.has("id") ? asked.remove(message.path("id").asInt()) : null;
            if (waiting != null) {
                waiting.complete(message);
            } else if (message.path("method").asText().equals("Log.entryAdded")) {
                complaints.add(message.path("params").path("entry").path("text").asText());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                take(parts.toString());
                parts.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    @Override
    public void close() {
        socket.abort();
        Program.stop(process);
        client.close();
        scratch.close();
    }
}
