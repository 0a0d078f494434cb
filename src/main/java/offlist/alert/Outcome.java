package offlist.alert;

import java.time.Duration;
import java.util.Optional;

/** What became of one attempt to tell a receiver. */
public sealed interface Outcome {
    /** The receiver has taken the message. */
    record Delivered() implements Outcome {}

    /**
     * It may work later.
     *
     * @param cause in words, without any secret
     * @param after how long the receiver asked to be left alone
     */
    record RetryLater(String cause, Optional<Duration> after) implements Outcome {}

    /** It will not work as it is. */
    record GivenUp(String cause) implements Outcome {}

    /** The value of the metric label {@code outcome}. */
    default String label() {
        return switch (this) {
            case Delivered delivered -> "delivered";
            case RetryLater later -> "retried";
            case GivenUp up -> "given_up";
        };
    }
}
