package offlist.alert.teams;

import static org.assertj.core.api.Assertions.assertThat;

import offlist.alert.HttpNotifierContract;
import offlist.alert.Messages;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.alert.Reading;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;

class TeamsNotifierTest extends HttpNotifierContract {
    @Override
    protected Reading reading() {
        return new TeamsReading();
    }

    @Override
    protected Notifier at(String base) {
        return new TeamsNotifier(
                client(), Secret.of(base + "/workflows/1/triggers/manual/paths/invoke?sig=" + SECRET), PATIENCE);
    }

    @Test
    void whatIsAcceptedIsDelivered() {
        assertThat(answering(202).send(Messages.opened())).isEqualTo(new Outcome.Delivered());
    }
}
