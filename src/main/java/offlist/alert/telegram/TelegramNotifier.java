package offlist.alert.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import offlist.alert.Handles;
import offlist.alert.HttpPost;
import offlist.alert.Message;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.yaml.Secret;

/** Sends as a bot. */
public final class TelegramNotifier implements Notifier {
    private static final String API = "https://api.telegram.org";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpPost post;
    private final Secret address;
    private final String chat;
    private final Handles handles;

    /** @param client shared, with a connect time-out, following no redirects */
    public TelegramNotifier(HttpClient client, Secret token, String chat, Handles handles) {
        this(client, API, token, chat, handles, PATIENCE);
    }

    TelegramNotifier(HttpClient client, String api, Secret token, String chat, Handles handles, Duration patience) {
        this.post = new HttpPost(client, patience);
        this.address = Secret.of(api + "/bot" + token.reveal() + "/sendMessage");
        this.chat = chat;
        this.handles = handles;
    }

    @Override
    public Outcome send(Message message) {
        Optional<Long> first = handles.of(message.receiver(), message.thread()).flatMap(this::number);
        String json = TelegramPayload.of(message, chat, first).toString();
        HttpPost.Reply reply = post.exchange(address, json, Map.of("Idempotency-Key", message.key()));
        JsonNode said = said(reply.body());
        if (reply.outcome() instanceof Outcome.Delivered && first.isEmpty()) {
            number(said).ifPresent(number -> handles.keep(message, chat + " " + number));
        }
        return patient(reply.outcome(), said);
    }

    /** Another chat has other numbers. */
    private Optional<Long> number(String handle) {
        int space = handle.lastIndexOf(' ');
        return handle.substring(0, Math.max(space, 0)).equals(chat)
                ? Optional.of(Long.valueOf(handle.substring(space + 1)))
                : Optional.empty();
    }

    private static Optional<Long> number(JsonNode said) {
        JsonNode number = said.path("result").path("message_id");
        return number.isIntegralNumber() ? Optional.of(number.longValue()) : Optional.empty();
    }

    /** Telegram says in the body how long it wants to be left alone. */
    private static Outcome patient(Outcome outcome, JsonNode said) {
        long seconds = said.path("parameters").path("retry_after").asLong(0);
        return outcome instanceof Outcome.RetryLater later && seconds > 0
                ? new Outcome.RetryLater(later.cause(), Optional.of(Duration.ofSeconds(seconds)))
                : outcome;
    }

    private static JsonNode said(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
