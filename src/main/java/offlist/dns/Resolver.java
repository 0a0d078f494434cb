package offlist.dns;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One server that answers questions. Threads may share it. */
public interface Resolver {
    ResolverId id();

    /** Asks once, without retries of its own; completes within the time-out and never exceptionally. */
    CompletableFuture<Answer> ask(Question question, Duration timeout);
}
