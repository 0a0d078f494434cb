package offlist.alert.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import offlist.alert.Handles;
import offlist.alert.Item.Change;
import offlist.alert.Message;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.yaml.Secret;

/**
 * Posts as a bot. The message that began a thread is changed first, which can be done twice without harm, then the news
 * goes into its thread.
 */
public final class SlackBotNotifier implements Notifier {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** The message is there, and stays as it is. */
    private static final Set<String> FROZEN = Set.of("cant_update_message", "edit_window_closed");

    private final SlackApi api;
    private final String channel;
    private final Handles handles;
    private final SlackPace pace;
    private final Buttons buttons;

    /** @param client shared, with a connect time-out, following no redirects */
    public SlackBotNotifier(
            HttpClient client, Secret token, String channel, Handles handles, SlackPace pace, Buttons buttons) {
        this(new SlackApi(client, SlackApi.BASE, token, PATIENCE), channel, handles, pace, buttons);
    }

    SlackBotNotifier(SlackApi api, String channel, Handles handles, SlackPace pace, Buttons buttons) {
        this.api = api;
        this.channel = channel;
        this.handles = handles;
        this.pace = pace;
        this.buttons = buttons;
    }

    /** Where a message stands: the channel as Slack calls it, and its time stamp. */
    private record Place(String channel, String ts) {}

    @Override
    public Outcome send(Message message) {
        Optional<Place> first = handles.of(message.receiver(), message.thread()).flatMap(this::place);
        return first.map(place -> goOn(message, place)).orElseGet(() -> begin(message));
    }

    private Outcome begin(Message message) {
        ObjectNode payload = SlackPayload.of(message, buttons).put("channel", channel);
        SlackApi.Answer answer = call("chat.postMessage", payload, message);
        String ts = answer.body().path("ts").asText();
        if (answer.outcome() instanceof Outcome.Delivered && !ts.isEmpty()) {
            String where = answer.body().path("channel").asText(channel);
            handles.keep(message, channel + " " + where + " " + ts);
        }
        return answer.outcome();
    }

    private Outcome goOn(Message message, Place first) {
        ObjectNode state = SlackPayload.ofState(message, buttons)
                .put("channel", first.channel())
                .put("ts", first.ts());
        SlackApi.Answer changed = call("chat.update", state, message);
        return switch (changed.outcome()) {
            // The attempt before has posted it and could not say so.
            case Outcome.Delivered done when message.first() -> done;
            case Outcome.Delivered done -> reply(message, first);
            case Outcome.RetryLater later -> later;
            case Outcome.GivenUp up when FROZEN.contains(changed.error()) -> reply(message, first);
            case Outcome.GivenUp up when changed.error().equals("message_not_found") -> begin(message);
            case Outcome.GivenUp up -> up;
        };
    }

    private Outcome reply(Message message, Place first) {
        ObjectNode news = SlackPayload.of(message, Buttons.NONE)
                .put("channel", first.channel())
                .put("thread_ts", first.ts())
                .put("reply_broadcast", loud(message));
        return call("chat.postMessage", news, message).outcome();
    }

    /**
     * A change of a message and a reply in a thread notify nobody who has not taken part in it. So the channel sees, too,
     * what asks for somebody and that all is over; that some of many are over stays in the thread.
     */
    private static boolean loud(Message message) {
        return message.last() || message.items().stream().anyMatch(item -> item.change() != Change.CLOSED);
    }

    private SlackApi.Answer call(String method, ObjectNode payload, Message message) {
        pace.await(channel);
        return api.call(method, payload, message.key());
    }

    /** A message in a channel that is not the receiver's any more is left alone. */
    private Optional<Place> place(String handle) {
        String[] parts = handle.split(" ", -1);
        return parts.length == 3 && parts[0].equals(channel)
                ? Optional.of(new Place(parts[1], parts[2]))
                : Optional.empty();
    }
}
