package offlist.alert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import offlist.alert.HttpNotifierContract;
import offlist.alert.Messages;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.alert.Reading;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;

class SlackNotifierTest extends HttpNotifierContract {
    @Override
    protected Reading reading() {
        return new SlackReading();
    }

    @Override
    protected Notifier at(String base) {
        return new SlackNotifier(client(), Secret.of(base + "/services/" + SECRET), PATIENCE);
    }

    @Test
    void thePauseSlackAsksForIsHandedOn() {
        assertThat(deferred().send(Messages.opened()))
                .isEqualTo(new Outcome.RetryLater("HTTP 429: ok", Optional.of(Duration.ofSeconds(30))));
    }

    @Test
    void whatSlackSaysIsToldWithoutTheAddress() {
        reply = "no_service for /services/" + SECRET + " \r\n" + "x".repeat(100_000);

        Outcome.GivenUp outcome = (Outcome.GivenUp) refused().send(Messages.opened());

        assertThat(outcome.cause()).startsWith("HTTP 404: no_service for ***").hasSizeLessThan(250);
    }

    @Test
    void aRedirectIsNotFollowed() {
        assertThat(answering(307).send(Messages.opened())).isInstanceOf(Outcome.GivenUp.class);
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void anAddressThatIsNoUrlIsGivenUpWithoutShowingIt() {
        Outcome outcome =
                new SlackNotifier(HttpClient.newHttpClient(), Secret.of("hooks " + SECRET)).send(Messages.opened());

        assertThat(outcome).isEqualTo(new Outcome.GivenUp("the address to post to is no URL"));
    }
}
