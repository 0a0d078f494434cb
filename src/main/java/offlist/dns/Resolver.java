package offlist.dns;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One server that answers questions. Threads may share it. */
public interface Resolver {
    ResolverId id();

    /** Asks once, without retries of its own; completes within the time-out and never exceptionally. */
    CompletableFuture<Answer> ask(Question question, Duration timeout);

    /**
     * Goes on from a reply that this server has given to the question by another way; one that keeps no such way asks anew.
     *
     * @param reply in wire format, known to be the reply to this question
     */
    default CompletableFuture<Answer> goOn(Question question, byte[] reply, Duration timeout) {
        return ask(question, timeout);
    }
}
