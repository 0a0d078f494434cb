package offlist.alert.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import offlist.alert.HandledNotifierContract;
import offlist.alert.Messages;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.alert.Reading;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;

class TelegramNotifierTest extends HandledNotifierContract {
    @Override
    protected Reading reading() {
        return new TelegramReading();
    }

    @Override
    protected Notifier at(String base) {
        return new TelegramNotifier(client(), base, Secret.of("1:" + SECRET), "-100", handles, PATIENCE);
    }

    @Test
    void theFirstMessageIsKnownAfterwards() {
        reply = "{\"ok\":true,\"result\":{\"message_id\":42}}";
        accepted().send(Messages.opened());

        assertThat(requests.getFirst().path()).isEqualTo("/bot1:" + SECRET + "/sendMessage");
        assertThat(requests.getFirst().body()).doesNotContain("reply_parameters");
        assertThat(handles.of("ops", Messages.opened().id())).contains("-100 42");
    }

    @Test
    void aLaterMessageRepliesToTheFirst() {
        handles.keep(Messages.opened(), "-100 42");
        reply = "{\"ok\":true,\"result\":{\"message_id\":43}}";
        accepted().send(Messages.goesOn());

        assertThat(requests.getFirst().body())
                .contains("\"reply_parameters\":{\"message_id\":42,\"allow_sending_without_reply\":true}");
        assertThat(handles.of("ops", Messages.opened().id())).contains("-100 42");
    }

    @Test
    void aMessageOfAnotherChatIsNotRepliedTo() {
        handles.keep(Messages.opened(), "-200 42");
        accepted().send(Messages.goesOn());

        assertThat(requests.getFirst().body()).doesNotContain("reply_parameters");
    }

    @Test
    void thePauseThatTheBodyAsksForIsHandedOn() {
        reply = "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":77}}";

        Outcome.RetryLater outcome = (Outcome.RetryLater) deferred().send(Messages.opened());

        assertThat(outcome.after()).isEqualTo(Optional.of(Duration.ofSeconds(77)));
    }
}
