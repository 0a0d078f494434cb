package offlist.alert.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import offlist.alert.HttpNotifierContract;
import offlist.alert.Messages;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.alert.Reading;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;

class PagerDutyNotifierTest extends HttpNotifierContract {
    private final Taken taken = new Taken();

    @Override
    protected Reading reading() {
        return new PagerDutyReading();
    }

    @Override
    protected Notifier at(String base) {
        return new PagerDutyNotifier(client(), base + "/v2/enqueue", Secret.of(SECRET), taken, PATIENCE);
    }

    @Override
    protected Notifier accepted() {
        return answering(202);
    }

    @Test
    void everyItemIsAnEvent() {
        accepted().send(Messages.thirty());

        assertThat(requests)
                .hasSize(30)
                .allSatisfy(request -> assertThat(request.path()).isEqualTo("/v2/enqueue"));
    }

    @Test
    void whatWasTakenIsNotSentAgainWhenTheRestHasToWait() {
        Notifier busy = accepted();
        stopAfter = 20;
        Outcome first = busy.send(Messages.thirty());
        stopAfter = Integer.MAX_VALUE;
        status = 202;
        Outcome second = busy.send(Messages.thirty());

        assertThat(first).isInstanceOf(Outcome.RetryLater.class);
        assertThat(second).isEqualTo(new Outcome.Delivered());
        Set<String> bodies = new HashSet<>(requests.stream().map(Request::body).toList());
        assertThat(bodies).hasSize(30);
        assertThat(requests).hasSize(31);
    }

    private volatile int stopAfter = Integer.MAX_VALUE;

    /** From now on it is too much. */
    @Override
    protected String reply(Request request) {
        if (requests.size() > stopAfter) {
            status = 429;
        }
        return reply;
    }

    @Test
    void theSameMessageAfterItWasTakenIsSentAgainWithTheSameKeys() {
        Notifier notifier = accepted();
        notifier.send(Messages.opened());
        notifier.send(Messages.opened());

        assertThat(requests).hasSize(2);
        assertThat(requests.get(0).body()).isEqualTo(requests.get(1).body());
    }

    @Test
    void aReplyThatRepeatsTheKeyDoesNotShowIt() {
        reply = "{\"message\": \"" + "x".repeat(180) + SECRET + "\"}";

        assertThat(refused().send(Messages.opened()).toString())
                .doesNotContain("T0SEC", "***x")
                .contains("xx");
    }

    @Test
    void whatIsRefusedForGoodStopsNothingElse() {
        assertThat(answering(400).send(Messages.several())).isInstanceOf(Outcome.GivenUp.class);
        assertThat(requests).hasSize(Messages.several().items().size());
    }
}
