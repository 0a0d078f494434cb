package offlist.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every notifier does, spoken with over its real protocol on the loopback. */
public abstract class NotifierContract extends HarmlessContract {
    protected static final String SECRET = "T0SECRET/B0SECRET/kohle-und-reibach";

    /** One whose receiver says that it may work later. */
    protected abstract Notifier deferred();

    /** One whose receiver says that it never will. */
    protected abstract Notifier refused();

    /** One whose receiver is not there. */
    protected abstract Notifier absent();

    /** One whose receiver takes the connection and says nothing. */
    protected abstract Notifier silent();

    @Test
    void whatIsTakenIsDelivered() {
        assertThat(accepted().send(Messages.opened())).isEqualTo(new Outcome.Delivered());
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void everyKindOfMessageIsTaken() {
        Notifier notifier = accepted();

        assertThat(everyKind().map(notifier::send)).containsOnly(new Outcome.Delivered());
    }

    @Test
    void theSameMessageAgainCanBeSeenAsARepeat() {
        Notifier notifier = accepted();
        notifier.send(Messages.opened());
        notifier.send(Messages.opened());

        assertThat(arrived())
                .hasSize(2)
                .allSatisfy(body -> assertThat(body).contains(Messages.opened().key()));
    }

    @Test
    void whatMayPassIsTriedAgain() {
        assertThat(deferred().send(Messages.opened())).isInstanceOf(Outcome.RetryLater.class);
    }

    @Test
    void whatWillNotPassIsGivenUp() {
        assertThat(refused().send(Messages.opened())).isInstanceOf(Outcome.GivenUp.class);
    }

    @Test
    void anAbsentReceiverIsTriedAgain() {
        assertThat(absent().send(Messages.opened())).isInstanceOf(Outcome.RetryLater.class);
    }

    @Test
    void aSilentReceiverIsNotWaitedForForever() {
        assertThat(silent().send(Messages.opened())).isInstanceOf(Outcome.RetryLater.class);
    }

    @Test
    void noOutcomeHoldsASecret() {
        Stream<Notifier> all = Stream.of(accepted(), deferred(), refused(), absent(), silent());

        assertThat(all.map(notifier -> notifier.send(Messages.opened()).toString()))
                .allSatisfy(outcome -> assertThat(outcome).doesNotContain(SECRET, "kohle"));
    }

    protected static Stream<Message> everyKind() {
        return Stream.of(
                Messages.opened(),
                Messages.changed(),
                Messages.delisted(),
                Messages.left(),
                Messages.still(),
                Messages.thirty(),
                Messages.several(),
                Messages.mad(),
                Messages.trouble(),
                Messages.goesOn(),
                Messages.hostile(),
                Messages.hostileGroup());
    }
}
