package offlist.alert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import offlist.alert.Gallery;
import offlist.alert.HandledNotifierContract;
import offlist.alert.Item;
import offlist.alert.Message;
import offlist.alert.Messages;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.alert.Reading;
import offlist.yaml.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackBotNotifierTest extends HandledNotifierContract {
    private final Map<String, String> errors = new ConcurrentHashMap<>();

    @BeforeEach
    void answerLikeSlack() {
        reply = "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1405894322.002768\"}";
    }

    @Override
    protected String reply(Request request) {
        String error = errors.get(request.path().replaceFirst("^/api/", ""));
        return error == null ? super.reply(request) : "{\"ok\":false,\"error\":\"" + error + "\"}";
    }

    @Override
    protected Reading reading() {
        return new SlackReading();
    }

    @Override
    protected Notifier at(String base) {
        return at(base, new SlackPace(Clock.systemUTC(), wait -> {}));
    }

    private Notifier at(String base, SlackPace pace) {
        SlackApi api = new SlackApi(client(), base + "/api/", Secret.of(SECRET), PATIENCE);
        return new SlackBotNotifier(api, "C1", handles, pace, Buttons.PRESSED);
    }

    @Test
    void theTokenGoesIntoTheHeader() {
        accepted().send(Messages.opened());

        assertThat(requests.getFirst().headers()).containsEntry("authorization", "Bearer " + SECRET);
        assertThat(requests.getFirst().body()).contains("\"channel\":\"C1\"").doesNotContain(SECRET);
    }

    @Test
    void theFirstMessageIsKnownAfterwards() {
        accepted().send(Messages.opened());

        assertThat(paths()).containsExactly("/api/chat.postMessage");
        assertThat(handles.of("ops", Messages.opened().id())).contains("C1 C1 1405894322.002768");
    }

    @Test
    void aLaterMessageChangesTheFirstAndGoesIntoItsThread() {
        handles.keep(Messages.opened(), "C1 C1 77.1");

        assertThat(accepted().send(Messages.goesOn())).isEqualTo(new Outcome.Delivered());
        assertThat(paths()).containsExactly("/api/chat.update", "/api/chat.postMessage");
        assertThat(requests.get(0).body()).contains("\"ts\":\"77.1\"", "1 open, last: 192.0.2.10 delisted");
        assertThat(requests.get(1).body()).contains("\"thread_ts\":\"77.1\"", "\"reply_broadcast\":false");
    }

    @Test
    void thatAllIsOverIsSeenInTheChannel() {
        Message over = inThread(Messages.delisted());
        handles.keep(over, "C1 C1 77.1");

        accepted().send(over);

        assertThat(requests.get(0).body()).contains("All over: 192.0.2.10 delisted");
        assertThat(requests.get(1).body()).contains("\"reply_broadcast\":true");
    }

    @Test
    void whatAsksForSomebodyIsSeenInTheChannel() {
        Message more = inThread(Messages.thirty());
        handles.keep(more, "C1 C1 77.1");

        accepted().send(more);

        assertThat(requests.get(1).body()).contains("\"reply_broadcast\":true");
    }

    @Test
    void aFirstMessageThatWasPostedBeforeIsNotPostedAgain() {
        handles.keep(Messages.opened(), "C1 C1 77.1");

        accepted().send(Messages.opened());

        assertThat(paths()).containsExactly("/api/chat.update");
    }

    @Test
    void whereTheFirstIsGoneTheNewsIsTheFirst() {
        handles.keep(Messages.opened(), "C1 C1 77.1");
        errors.put("chat.update", "message_not_found");

        assertThat(accepted().send(Messages.goesOn())).isEqualTo(new Outcome.Delivered());
        assertThat(requests.get(1).body()).doesNotContain("thread_ts");
        assertThat(handles.of("ops", Messages.opened().id())).contains("C1 C1 1405894322.002768");
    }

    @Test
    void whereTheFirstCannotBeChangedTheNewsStillGoesIntoItsThread() {
        handles.keep(Messages.opened(), "C1 C1 77.1");
        errors.put("chat.update", "edit_window_closed");

        assertThat(accepted().send(Messages.goesOn())).isEqualTo(new Outcome.Delivered());
        assertThat(requests.get(1).body()).contains("\"thread_ts\":\"77.1\"");
    }

    @Test
    void aMessageOfAnotherChannelIsLeftAlone() {
        handles.keep(Messages.opened(), "C2 C2 77.1");

        accepted().send(Messages.goesOn());

        assertThat(paths()).containsExactly("/api/chat.postMessage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratelimited", "internal_error", "fatal_error", "service_unavailable", "request_timeout"})
    void whatSlackMayGetOverIsTriedAgain(String error) {
        errors.put("chat.postMessage", error);

        assertThat(accepted().send(Messages.opened()))
                .isEqualTo(new Outcome.RetryLater("Slack says " + error, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_auth", "channel_not_found", "not_in_channel", "is_archived", "a_new_one"})
    void whatSomebodyHasToMendIsGivenUp(String error) {
        errors.put("chat.postMessage", error);

        assertThat(accepted().send(Messages.opened())).isEqualTo(new Outcome.GivenUp("Slack says " + error));
    }

    @Test
    void whatIsNotSlackIsTriedAgain() {
        reply = "<html>Log in to the network</html>";

        assertThat(accepted().send(Messages.opened())).isInstanceOf(Outcome.RetryLater.class);
    }

    @Test
    void callsForOneChannelAreKeptApart() {
        List<Duration> waits = new ArrayList<>();
        java.time.Instant now = java.time.Instant.ofEpochSecond(1000);
        SlackPace pace = new SlackPace(() -> now, waits::add);
        handles.keep(Messages.opened(), "C1 C1 77.1");
        status = 200;

        Notifier notifier = at(base(), pace);
        notifier.send(Messages.goesOn());
        notifier.send(Messages.goesOn());
        pace.await("C2");

        assertThat(waits).containsExactly(Duration.ofMillis(1200), Duration.ofMillis(2400), Duration.ofMillis(3600));
    }

    /** The same with the thread of {@link Messages#goesOn}. */
    private static Message inThread(Message message) {
        return new Message(
                "ops/later",
                Messages.opened().id(),
                "ops",
                message.kind(),
                false,
                message.at(),
                message.items(),
                message.items().getFirst().change() == Item.Change.CLOSED ? 0 : 4,
                Gallery.PAGES);
    }

    private List<String> paths() {
        return requests.stream().map(Request::path).toList();
    }
}
