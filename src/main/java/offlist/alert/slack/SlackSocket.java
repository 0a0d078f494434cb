package offlist.alert.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import offlist.yaml.Secret;
import org.jboss.logging.Logger;

/**
 * Slack's Socket Mode: pressed buttons come over a connection that we open, so that nobody has to reach us.
 *
 * <p>1. There is one connection at a time; Slack would share the clicks out among several. 2. An envelope is acknowledged
 * before anything is done for it. 3. After a failure the next attempt waits, longer each time;
 * a connection that ends at once is one too.
 */
public final class SlackSocket implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SlackSocket.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** Slack sends a ping every few seconds. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    /** Slack keeps a connection for hours; one that ends sooner than this would be followed by another without a pause. */
    private static final Duration BRIEF = Duration.ofSeconds(10);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int LONGEST_ENVELOPE = 1 << 20;

    private final HttpClient client;
    private final SlackApi api;
    private final SlackClicks clicks;
    private final Duration patience;
    private final Duration silence;
    private final Duration brief;
    private volatile CompletableFuture<Boolean> ended = CompletableFuture.completedFuture(true);
    private volatile boolean closed;
    private Instant notBefore = Instant.MIN;
    private int failures;

    public SlackSocket(HttpClient client, Secret appToken, SlackClicks clicks) {
        this(client, SlackApi.BASE, appToken, clicks, PATIENCE, SILENCE, BRIEF);
    }

    SlackSocket(
            HttpClient client,
            String base,
            Secret appToken,
            SlackClicks clicks,
            Duration patience,
            Duration silence,
            Duration brief) {
        this.client = client;
        this.api = new SlackApi(client, base, appToken, patience);
        this.clicks = clicks;
        this.patience = patience;
        this.silence = silence;
        this.brief = brief;
    }

    /** Connects and listens until the connection ends; does nothing while the pause after a failure lasts. */
    public int step(Instant now) {
        if (closed || now.isBefore(notBefore)) {
            return 0;
        }
        if (listen()) {
            failures = 0;
            return 1;
        }
        failures = Math.min(failures + 1, 16);
        Duration pause = Duration.ofSeconds(1L << Math.min(failures, 9));
        notBefore = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        return 0;
    }

    /** Whether the connection came about and ended as connections do. */
    private boolean listen() {
        SlackApi.Answer answer = api.call("apps.connections.open", JsonNodeFactory.instance.objectNode(), "socket");
        String url = answer.body().path("url").asText();
        if (url.isEmpty()) {
            LOG.warnf("no connection to Slack for buttons: cause=%s", answer.outcome());
            return false;
        }
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        ended = end;
        Ear ear = new Ear(end);
        try {
            WebSocket socket = client.newWebSocketBuilder()
                    .connectTimeout(patience)
                    .buildAsync(URI.create(url), ear)
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            long since = System.nanoTime();
            boolean orderly = await(end, ear);
            socket.abort();
            return orderly && (closed || lasted(since));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
            // The address holds a ticket, so what the exception says is not told.
            LOG.warn("no connection to Slack for buttons: cause=the connection failed");
            return false;
        }
    }

    private boolean lasted(long since) {
        if (System.nanoTime() - since >= brief.toNanos()) {
            return true;
        }
        LOG.warn("no connection to Slack for buttons: cause=it was closed at once");
        return false;
    }

    private boolean await(CompletableFuture<Boolean> end, Ear ear) throws InterruptedException, ExecutionException {
        while (!closed) {
            try {
                return end.get(silence.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (!ear.heard.getAndSet(false)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
        ended.complete(true);
    }

    /** Listens to one connection. */
    private final class Ear implements WebSocket.Listener {
        private final CompletableFuture<Boolean> end;
        private final AtomicBoolean heard = new AtomicBoolean();
        private final StringBuilder text = new StringBuilder();

        Ear(CompletableFuture<Boolean> end) {
            this.end = end;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            heard.set(true);
            socket.request(1);
            if (text.length() + part.length() > LONGEST_ENVELOPE) {
                end.complete(false);
                return CompletableFuture.completedStage(null);
            }
            text.append(part);
            if (last) {
                String whole = text.toString();
                text.setLength(0);
                return envelope(socket, whole);
            }
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onPing(WebSocket socket, java.nio.ByteBuffer message) {
            heard.set(true);
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            end.complete(true);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            end.complete(false);
        }

        private CompletionStage<?> envelope(WebSocket socket, String words) {
            JsonNode envelope = read(words);
            if (envelope.path("type").asText().equals("disconnect")) {
                end.complete(true);
            }
            String id = envelope.path("envelope_id").asText();
            if (id.isEmpty()) {
                return CompletableFuture.completedStage(null);
            }
            String received =
                    JsonNodeFactory.instance.objectNode().put("envelope_id", id).toString();
            return socket.sendText(received, true).thenRun(() -> {
                if (envelope.path("type").asText().equals("interactive")) {
                    clicks.payload(envelope.path("payload"));
                }
            });
        }

        private static JsonNode read(String words) {
            try {
                return JSON.readTree(words);
            } catch (JsonProcessingException noJson) {
                return JsonNodeFactory.instance.objectNode();
            }
        }
    }
}
