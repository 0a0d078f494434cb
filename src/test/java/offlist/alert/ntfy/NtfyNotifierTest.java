package offlist.alert.ntfy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import offlist.alert.HttpNotifierContract;
import offlist.alert.Messages;
import offlist.alert.Notifier;
import offlist.alert.Reading;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;

class NtfyNotifierTest extends HttpNotifierContract {
    @Override
    protected Reading reading() {
        return new NtfyReading();
    }

    @Override
    protected Notifier at(String base) {
        return new NtfyNotifier(client(), URI.create(base + "/"), "alerts", Optional.of(Secret.of(SECRET)), PATIENCE);
    }

    @Test
    void theTokenGoesIntoTheHeaderAndTheTopicIntoTheBody() {
        accepted().send(Messages.opened());

        assertThat(requests.getFirst().path()).isEqualTo("/");
        assertThat(requests.getFirst().headers()).containsEntry("authorization", "Bearer " + SECRET);
        assertThat(requests.getFirst().body()).contains("\"topic\":\"alerts\"").doesNotContain(SECRET);
    }

    @Test
    void whereEverybodyMayPublishThereIsNoToken() {
        status = 200;
        new NtfyNotifier(client(), URI.create(base()), "alerts", Optional.empty(), PATIENCE).send(Messages.opened());

        assertThat(requests.getFirst().headers()).doesNotContainKey("authorization");
    }
}
